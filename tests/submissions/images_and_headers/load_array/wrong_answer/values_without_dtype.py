"""The values alone: half of what was asked.

fails: load_array_example, load_array_values, load_array_dtype, load_array_shape
says: no pair of values and dtype
"""

def load_array(path):
    return nib.load(path).get_fdata()
