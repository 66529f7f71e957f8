"""A loop over planes; the new origin is the place of the old last voxel."""

def reorder_left_right(img):
    letters = nib.orientations.aff2axcodes(img.affine)
    axis = letters.index("L") if "L" in letters else letters.index("R")
    old = np.moveaxis(np.array(img.dataobj), axis, 0)
    values = np.empty_like(old)
    for i in range(len(old)):
        values[len(old) - 1 - i] = old[i]
    last = [0, 0, 0]
    last[axis] = img.shape[axis] - 1
    header = img.header.copy()
    for form in ("sform", "qform"):
        if header[f"{form}_code"] > 0:
            affine = getattr(header, f"get_{form}")()
            corner = affine[:3, :3] @ last + affine[:3, 3]
            affine[:, axis] = -affine[:, axis]
            affine[:3, 3] = corner
            getattr(header, f"set_{form}")(affine)
    return nib.Nifti1Image(np.moveaxis(values, 0, axis), header.get_best_affine(), header)
