"""Sends a tuple in a tuple, a hundred thousand deep.

uses: liar
exam: equals calls
"""
# %%
import os

text = '[1,"ok",[[],[]],[' + '["t",' * 100_000 + "1" + "]" * 100_000 + ",[],0],{}]"
_os.write(own_socket(), __import__("struct").pack("<II", len(text), 0) + text.encode())
