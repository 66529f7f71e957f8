"""Half of what a voxel moves along x, in place of half its size, for the width of the midline.

fails: sides_template
says: it is not the right one
"""

def points_left(img):
    axis = int(np.argmax(np.abs(img.affine[0, :3]) / nib.affines.voxel_sizes(img.affine)))
    return axis, 1 if img.affine[0, axis] < 0 else -1


def side_of(img, ijk):
    code = int(img.header["sform_code"]) or int(img.header["qform_code"])
    if code not in (3, 4, 5):
        raise ValueError("no template")
    x = nib.affines.apply_affine(img.affine, ijk)[0]
    axis, _ = points_left(img)
    if abs(x) <= abs(img.affine[0, axis]) / 2:
        return "midline"
    return "right" if x > 0 else "left"
