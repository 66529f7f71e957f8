"""The slicer turns the axis and leaves the origin, so that the head moves.

fails: reorder_left_right_example, reorder_left_right_plain, reorder_left_right_oblique, reorder_left_right_header
says: where voxel 0 has gone
"""

def reorder_left_right(img):
    axis = [code in "LR" for code in nib.aff2axcodes(img.affine)].index(True)
    window = [slice(None)] * 3
    window[axis] = slice(None, None, -1)
    sliced = img.slicer[tuple(window)]
    sliced.set_sform(sliced.affine, int(img.header["sform_code"]))
    sliced.set_qform(sliced.affine, int(img.header["qform_code"]))
    return sliced
