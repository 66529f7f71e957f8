"""Answers other questions than the one that was asked: text, truth, fractions, the next.

uses: liar
exam: equals
"""
# %%
lie(lambda message, buffers: ([message[0] + 1, *message[1:]], buffers))
