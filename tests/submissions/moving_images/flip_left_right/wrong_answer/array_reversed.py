"""The array is reversed beside the old affine: a mirror in the middle of the grid (misconception 20).

fails: flip_left_right_plain, flip_left_right_oblique, flip_left_right_header
says: the middle of the grid
"""

def flip_left_right(img):
    return nib.Nifti1Image(np.flip(np.asanyarray(img.dataobj), 0), img.affine, img.header)
