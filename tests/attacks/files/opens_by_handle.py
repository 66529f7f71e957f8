"""Opens a file by its handle, for which no path is looked up.

open, own: none
open, shared: none
"""
# %%
handle = ctypes.create_string_buffer(b"\x80\0\0\0" + bytes(132))
mount = ctypes.c_int()
if libc.name_to_handle_at(-100, world["solution"].encode(), handle, ctypes.byref(mount), 0) == 0:
    folder = os.open("/", os.O_RDONLY)
    if libc.open_by_handle_at(folder, handle, os.O_RDONLY) >= 0:
        print("REACHED")
