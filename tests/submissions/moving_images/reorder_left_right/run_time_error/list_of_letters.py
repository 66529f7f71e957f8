"""aff2axcodes gives letters, not numbers.

fails: reorder_left_right_example, reorder_left_right_plain, reorder_left_right_oblique, reorder_left_right_header
says: ValueError
"""

def reorder_left_right(img):
    axis = nib.aff2axcodes(img.affine).index("x")
    return nib.Nifti1Image(np.flip(img.get_fdata(), axis), img.affine, img.header)
