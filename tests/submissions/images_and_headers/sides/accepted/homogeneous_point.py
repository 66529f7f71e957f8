"""A 1 appended to the voxel; axis and sign from nibabel's orientation, as an array."""

def points_left(img):
    for axis, (world, sign) in enumerate(nib.io_orientation(img.affine)):
        if world == 0:
            return np.array([axis, -sign])


def side_of(img, ijk):
    codes = int(img.header["sform_code"]), int(img.header["qform_code"])
    ruling = codes[0] if codes[0] != 0 else codes[1]
    if ruling in {0, 1, 2}:
        raise ValueError(f"code {ruling}")
    i, j, k = ijk
    x, _, _, _ = img.affine.dot([i, j, k, 1])
    axis = int(points_left(img)[0])
    size = np.linalg.norm(img.affine[:, axis])
    return np.str_("midline" if -size / 2 <= x <= size / 2 else "left" if x < 0 else "right")
