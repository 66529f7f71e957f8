"""A new image of floats, without the header.

fails: crop_edges
says: code is not what it was
"""

def crop(img, start, stop):
    box = tuple(slice(first, end) for first, end in zip(start, stop))
    return nib.Nifti1Image(img.get_fdata()[box], img.affine @ nib.affines.from_matvec(np.eye(3), start))
