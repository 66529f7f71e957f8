"""A new image of floats, without the header: dtype, units and codes are gone.

fails: flip_left_right_header
says: code is not what it was
"""

def flip_left_right(img):
    return nib.Nifti1Image(img.get_fdata(), np.diag([-1, 1, 1, 1]) @ img.affine)
