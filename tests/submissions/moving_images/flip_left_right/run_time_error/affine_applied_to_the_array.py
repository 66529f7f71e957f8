"""apply_affine is for points, not for an image's array (misconception 31).

fails: flip_left_right_example, flip_left_right_plain, flip_left_right_oblique, flip_left_right_header
says: ValueError
"""

def flip_left_right(img):
    mirror = np.diag([-1, 1, 1, 1])
    return nib.Nifti1Image(nib.affines.apply_affine(mirror, img.get_fdata()), img.affine, img.header)
