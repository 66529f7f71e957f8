# wrong: looks only for indices that are too large, so negative ones come in from the other side; shows where the grid reaches out at the low end and the mask is not 0 at its high end
def mask_to(mask, img):
    pull = np.linalg.inv(mask.affine) @ img.affine
    ijk = np.rint(nib.affines.apply_affine(pull, np.moveaxis(np.indices(img.shape), 0, -1))).astype(int)
    source = np.asarray(mask.dataobj)
    labels = np.zeros(img.shape, mask.get_data_dtype())
    for voxel in np.ndindex(img.shape):
        try:
            labels[voxel] = source[tuple(ijk[voxel])]
        except IndexError:
            pass  # outside of the mask
    return nib.Nifti1Image(labels, img.affine, dtype=mask.get_data_dtype())
