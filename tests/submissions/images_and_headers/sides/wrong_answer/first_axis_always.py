"""The first axis taken for left-right in every file (misconception 18).

fails: sides_points_left
says: taking the first axis for left-right
"""

def points_left(img):
    return 0, 1 if img.affine[0, 0] < 0 else -1


def side_of(img, ijk):
    code = int(img.header["sform_code"]) or int(img.header["qform_code"])
    if code not in (3, 4, 5):
        raise ValueError(f"code {code} does not say where the mid-plane is")
    x = nib.affines.apply_affine(img.affine, ijk)[0]
    axis = np.argmin(nib.io_orientation(img.affine)[:, 0])
    if abs(x) <= nib.affines.voxel_sizes(img.affine)[axis] / 2:
        return "midline"
    return "left" if x < 0 else "right"
