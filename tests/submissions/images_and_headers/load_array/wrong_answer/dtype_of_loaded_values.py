"""The dtype of what get_fdata returns, which is float64 whatever is in the file (misconception 8).

fails: load_array_dtype
says: asking the loaded values for their dtype
"""

def load_array(path):
    values = nib.load(path).get_fdata()
    return values, values.dtype
