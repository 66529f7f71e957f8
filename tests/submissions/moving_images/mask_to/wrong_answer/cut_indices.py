"""Indices cut to whole numbers, not rounded (misconception 36).

fails: mask_to_plain, mask_to_oblique, mask_to_edges
says: numbers are wrong
"""

def mask_to(mask, img):
    ijk = np.moveaxis(np.indices(img.shape), 0, -1)
    source = nib.affines.apply_affine(np.linalg.inv(mask.affine) @ img.affine, ijk)
    known = np.all((source > -0.5) & (source < np.array(mask.shape) - 0.5), axis=-1)
    source = source.astype(int)
    labels = np.zeros(img.shape, mask.get_data_dtype())
    labels[known] = np.asanyarray(mask.dataobj)[tuple(source[known].T)]
    return nib.Nifti1Image(labels, img.affine, mask.header)
