"""Announces ten million buffers, each of them empty.

uses: liar
slow: for an answer that does not come
exam: equals
"""
# %%
import struct

def make(message, buffers):
    head = struct.pack("<II", 10, 10_000_000)
    for _ in range(80):
        _os.write(own_socket(), head + b"\0" * 1_000_000)
        head = b""
    return None
lie(make)
