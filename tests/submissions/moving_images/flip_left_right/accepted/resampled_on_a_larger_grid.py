"""Resampled onto a straight grid that holds the whole mirrored head."""

from nibabel.processing import resample_from_to


def flip_left_right(img):
    mirrored = nib.Nifti1Image(img.get_fdata(), np.diag([-1, 1, 1, 1]) @ img.affine)
    corners = np.array([[i, j, k] for i in (0, 1) for j in (0, 1) for k in (0, 1)]) * (np.array(img.shape) - 1)
    corners = nib.affines.apply_affine(mirrored.affine, corners)
    low, high = corners.min(axis=0) - 2, corners.max(axis=0) + 2
    step = 0.6 * nib.affines.voxel_sizes(img.affine).min()
    affine = nib.affines.from_matvec(step * np.eye(3), low)
    shape = np.ceil((high - low) / step).astype(int) + 1
    values = resample_from_to(mirrored, (tuple(int(n) for n in shape), affine), order=1).get_fdata()
    flipped = nib.Nifti1Image(values, affine, img.header)
    flipped.set_sform(affine, int(img.header["sform_code"]))
    flipped.set_qform(affine, int(img.header["qform_code"]))
    return flipped
