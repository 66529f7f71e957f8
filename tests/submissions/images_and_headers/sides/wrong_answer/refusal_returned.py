"""A refusal that is returned as a text, not raised.

fails: sides_codes
says: where ValueError was to be raised
"""

def points_left(img):
    letters = nib.aff2axcodes(img.affine)
    return (letters.index("L"), 1) if "L" in letters else (letters.index("R"), -1)


def side_of(img, ijk):
    code = int(img.header["sform_code"]) or int(img.header["qform_code"])
    if code not in (3, 4, 5):
        return "ValueError"
    x = nib.affines.apply_affine(img.affine, ijk)[0]
    if abs(x) <= nib.affines.voxel_sizes(img.affine)[points_left(img)[0]] / 2:
        return "midline"
    return "left" if x < 0 else "right"
