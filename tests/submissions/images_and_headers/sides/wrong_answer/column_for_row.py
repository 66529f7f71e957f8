"""The first column of the affine is searched where the first row is meant (misconception 21).

fails: sides_points_left
says: reading a column of the affine where a row is meant
"""

def points_left(img):
    axis = int(np.argmax(abs(img.affine[:3, 0])))
    return axis, 1 if img.affine[0, axis] < 0 else -1


def side_of(img, ijk):
    code = int(img.header["sform_code"]) or int(img.header["qform_code"])
    if code not in (3, 4, 5):
        raise ValueError(f"code {code} does not say where the mid-plane is")
    x = nib.affines.apply_affine(img.affine, ijk)[0]
    axis = np.argmin(nib.io_orientation(img.affine)[:, 0])
    if abs(x) <= nib.affines.voxel_sizes(img.affine)[axis] / 2:
        return "midline"
    return "left" if x < 0 else "right"
