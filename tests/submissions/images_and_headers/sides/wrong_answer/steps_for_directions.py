"""The longest step along x taken for the axis closest to left-right, whatever the voxel sizes.

fails: sides_points_left
says: comparing steps in mm, not directions
"""

def points_left(img):
    row = img.affine[0, :3]
    axis = int(np.argmax(np.abs(row)))
    return axis, 1 if row[axis] < 0 else -1


def side_of(img, ijk):
    code = int(img.header["sform_code"]) or int(img.header["qform_code"])
    if code not in (3, 4, 5):
        raise ValueError("no template")
    x = nib.affines.apply_affine(img.affine, ijk)[0]
    axis = int(np.argmax(np.abs(img.affine[0, :3]) / nib.affines.voxel_sizes(img.affine)))
    if abs(x) <= nib.affines.voxel_sizes(img.affine)[axis] / 2:
        return "midline"
    return "right" if x > 0 else "left"
