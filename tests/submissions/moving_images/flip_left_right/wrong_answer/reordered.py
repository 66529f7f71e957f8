"""The left-right axis stored the other way round, with its affine: nothing moves.

fails: flip_left_right_example, flip_left_right_plain, flip_left_right_oblique, flip_left_right_header
says: nothing has mirrored
"""

def flip_left_right(img):
    return img.as_reoriented(np.array([[0, -1], [1, 1], [2, 1]]))
