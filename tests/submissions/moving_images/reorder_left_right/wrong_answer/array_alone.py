"""The array is reversed, and the affine kept: the head is mirrored (misconception 20).

fails: reorder_left_right_example, reorder_left_right_plain, reorder_left_right_oblique, reorder_left_right_header
says: a reversed array beside the old affine
"""

def reorder_left_right(img):
    axis = [code in "LR" for code in nib.aff2axcodes(img.affine)].index(True)
    return nib.Nifti1Image(np.flip(np.asanyarray(img.dataobj), axis), img.affine, img.header)
