# right: python loops over the voxels, rounded voxel coordinates, native byte order
def mask_to(mask, img):
    to_mask = np.linalg.inv(mask.affine).dot(img.affine)
    source = np.asarray(mask.dataobj)
    out = np.zeros(img.shape, dtype=mask.get_data_dtype().newbyteorder("="))
    jk = np.array([(j, k) for j in range(img.shape[1]) for k in range(img.shape[2])])
    for i in range(img.shape[0]):
        points = np.column_stack([np.full(len(jk), i), jk, np.ones(len(jk))])
        at = np.rint((points @ to_mask.T)[:, :3]).astype(np.int64)
        for (j, k), (a, b, c) in zip(jk, at.tolist()):
            if 0 <= a < source.shape[0] and 0 <= b < source.shape[1] and 0 <= c < source.shape[2]:
                out[i, j, k] = source[a, b, c]
    new = nib.Nifti1Image(out, img.affine, dtype=out.dtype)
    new.set_data_dtype(out.dtype)
    return new
