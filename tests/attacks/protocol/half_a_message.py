"""Sends half of an answer and waits.

uses: liar
slow: for an answer that does not come
exam: equals
"""
# %%
import struct

def make(message, buffers):
    _os.write(own_socket(), struct.pack("<II", 1000, 0) + b"[1,")
    return None
lie(make)
