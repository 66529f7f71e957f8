"""Right in every place, and said to be aligned to something unnamed: nibabel wrote the codes.

fails: reorder_left_right_header
says: code is not what it was
"""

def reorder_left_right(img):
    turn = nib.io_orientation(img.affine)
    return img.as_reoriented(np.array([[axis, -1 if turn[axis, 0] == 0 else 1] for axis in range(3)]))
