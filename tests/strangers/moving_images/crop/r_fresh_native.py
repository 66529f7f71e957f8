# right: a fresh header in the machine's own byte order; dtype, units and codes copied; voxel by voxel ranges as lists
def crop(img, start, stop):
    start, stop = np.asarray(start, dtype=int), np.asarray(stop, dtype=int)
    stored = np.asarray(img.dataobj.get_unscaled())
    for axis in range(3):
        stored = stored.take(list(range(start[axis], stop[axis])), axis=axis)
    stored = stored.astype(stored.dtype.newbyteorder("="))
    affine = img.affine.copy()
    for axis in range(3):
        affine[:3, 3] += start[axis] * img.affine[:3, axis]
    hdr = nib.Nifti1Header()
    hdr.set_data_dtype(stored.dtype)
    hdr.set_data_shape(stored.shape)
    hdr.set_xyzt_units(*img.header.get_xyzt_units())
    hdr.set_qform(affine, code=int(img.header["qform_code"]))
    hdr.set_sform(affine, code=int(img.header["sform_code"]))
    part = nib.Nifti1Image(stored, hdr.get_best_affine(), hdr)
    part.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return part
