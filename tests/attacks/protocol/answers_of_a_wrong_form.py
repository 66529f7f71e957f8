"""Answers with messages that have too few parts, too many, or are no list.

uses: liar
exam: equals calls
"""
# %%
lie(lambda message, buffers: (message[:3], buffers))
