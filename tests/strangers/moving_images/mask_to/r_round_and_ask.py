# right: rounds the voxel coordinates and asks which lie in the array; an edge voxel reaches half a voxel out of its centre
def mask_to(mask, img):
    pull = np.linalg.inv(mask.affine) @ img.affine
    ijk = nib.affines.apply_affine(pull, np.moveaxis(np.indices(img.shape), 0, -1))
    ijk = np.floor(ijk + 0.5).astype(int)
    inside = ((ijk >= 0) & (ijk < mask.shape)).all(axis=-1)
    source = np.asarray(mask.dataobj)
    labels = np.zeros(img.shape, dtype=source.dtype)
    labels[inside] = source[tuple(ijk[inside].T)]
    return nib.Nifti1Image(labels.astype(mask.get_data_dtype()), img.affine, dtype=mask.get_data_dtype())
