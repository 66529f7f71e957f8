"""Voxel by voxel into a new array; the offset from the three columns of the affine."""

def crop(img, start, stop):
    old = img.get_fdata()
    values = np.zeros([int(e) - int(s) for s, e in zip(start, stop)])
    for i, j, k in np.ndindex(values.shape):
        values[i, j, k] = old[i + start[0], j + start[1], k + start[2]]
    affine = img.affine.copy()
    for axis in range(3):
        affine[:, 3] += start[axis] * img.affine[:, axis]
    cropped = nib.Nifti1Image(values, img.affine, img.header)
    if img.header["sform_code"]:
        cropped.set_sform(affine, int(img.header["sform_code"]))
    if img.header["qform_code"]:
        cropped.set_qform(affine, int(img.header["qform_code"]))
    return cropped
