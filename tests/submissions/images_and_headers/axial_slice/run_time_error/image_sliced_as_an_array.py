"""The image object is sliced as if it were its array, which a name like `data` invites.

fails: axial_slice_example, axial_slice_plain, axial_slice_turned
says: TypeError
"""

def axial_slice(img, k):
    data = nib.as_closest_canonical(img)
    return data[:, :, k]
