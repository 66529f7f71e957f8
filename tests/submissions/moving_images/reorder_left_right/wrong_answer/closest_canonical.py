"""With as_closest_canonical every axis is brought to RAS, which is another thing (misconception 22).

fails: reorder_left_right_example, reorder_left_right_plain, reorder_left_right_oblique, reorder_left_right_header
says: not reversed
"""

def reorder_left_right(img):
    return nib.as_closest_canonical(img)
