"""x taken to grow to the left, as in LPS (misconception 40).

fails: sides_example, sides_template, sides_codes
says: as in LPS
"""

def points_left(img):
    letters = nib.aff2axcodes(img.affine)
    return (letters.index("L"), 1) if "L" in letters else (letters.index("R"), -1)


def side_of(img, ijk):
    code = int(img.header["sform_code"]) or int(img.header["qform_code"])
    if code not in (3, 4, 5):
        raise ValueError(f"code {code} does not say where the mid-plane is")
    x = nib.affines.apply_affine(img.affine, ijk)[0]
    axis = np.argmin(nib.io_orientation(img.affine)[:, 0])
    if abs(x) <= nib.affines.voxel_sizes(img.affine)[axis] / 2:
        return "midline"
    return "left" if x > 0 else "right"
