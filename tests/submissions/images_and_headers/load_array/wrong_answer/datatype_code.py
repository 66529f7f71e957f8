"""The header's datatype, a code number, in place of a dtype (misconception 9).

fails: load_array_example, load_array_dtype
says: not the right dtype
"""

def load_array(path):
    img = nib.load(path)
    return img.get_fdata(), img.header["datatype"]
