"""The first half of the left-right axis called left or right by its direction (misconception 75).

fails: sides_template
says: side_of, given
"""

def points_left(img):
    letters = nib.aff2axcodes(img.affine)
    return (letters.index("L"), 1) if "L" in letters else (letters.index("R"), -1)


def side_of(img, ijk):
    code = int(img.header["sform_code"]) or int(img.header["qform_code"])
    if code not in (3, 4, 5):
        raise ValueError("no template")
    axis, sign = points_left(img)
    offset = sign * (ijk[axis] - (img.shape[axis] - 1) / 2)
    if abs(offset) <= 0.5:
        return "midline"
    return "left" if offset > 0 else "right"
