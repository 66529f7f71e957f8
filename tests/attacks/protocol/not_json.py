"""Answers with bytes that are no JSON, no text, or a number that is none.

uses: liar
exam: equals
"""
# %%
import struct

def make(message, buffers):
    _os.write(own_socket(), struct.pack("<II", 4, 0) + b"\xff\xfe{[")
    return None
lie(make)
