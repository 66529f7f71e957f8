"""Indices below 0 count from the end, so labels come in from the far side (misconception 60).

fails: mask_to_plain, mask_to_oblique, mask_to_edges
says: numbers are wrong
"""

def mask_to(mask, img):
    ijk = np.moveaxis(np.indices(img.shape), 0, -1)
    source = nib.affines.apply_affine(np.linalg.inv(mask.affine) @ img.affine, ijk)
    source = np.rint(source).astype(int)
    known = np.all((source >= -np.array(mask.shape)) & (source < mask.shape), axis=-1)
    labels = np.zeros(img.shape, mask.get_data_dtype())
    labels[known] = np.asanyarray(mask.dataobj)[tuple(source[known].T)]
    return nib.Nifti1Image(labels, img.affine, mask.header)
