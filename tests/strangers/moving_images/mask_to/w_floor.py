# wrong: cuts the voxel coordinates instead of rounding them: labels half a mask voxel off; the example's count is the same
def mask_to(mask, img):
    pull = np.linalg.inv(mask.affine) @ img.affine
    ijk = nib.affines.apply_affine(pull, np.moveaxis(np.indices(img.shape), 0, -1))
    ijk = np.floor(ijk).astype(int)
    inside = np.all((ijk >= 0) & (ijk < mask.shape), axis=-1)
    labels = np.zeros(img.shape, mask.get_data_dtype())
    labels[inside] = np.asarray(mask.dataobj)[tuple(ijk[inside].T)]
    return nib.Nifti1Image(labels, img.affine, dtype=mask.get_data_dtype())
