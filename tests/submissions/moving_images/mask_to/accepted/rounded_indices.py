"""Indices rounded to the nearest voxel, and looked up where they lie inside."""

def mask_to(mask, img):
    ijk = np.indices(img.shape).reshape(3, -1)
    mm = img.affine[:3, :3] @ ijk + img.affine[:3, 3:]
    source = np.linalg.solve(mask.affine[:3, :3], mm - mask.affine[:3, 3:])
    source = np.rint(source).astype(int)
    known = ((source >= 0) & (source < np.array(mask.shape)[:, None])).all(axis=0)
    labels = np.zeros(ijk.shape[1], dtype=mask.get_data_dtype())
    labels[known] = np.asanyarray(mask.dataobj)[tuple(source[:, known])]
    return nib.Nifti1Image(labels.reshape(img.shape), img.affine, dtype=mask.get_data_dtype())
