"""Announces a message of four gigabytes, and one of two with no end.

uses: liar
exam: equals
"""
# %%
import struct

_os.write(own_socket(), struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF))
