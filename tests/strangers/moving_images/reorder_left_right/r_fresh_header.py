# right: a fresh header of the machine's own byte order, with dtype, units and codes copied over one by one; plane-by-plane loop
def reorder_left_right(img):
    zooms = np.linalg.norm(img.affine[:3, :3], axis=0)
    axis = int(np.argmax(np.abs(img.affine[0, :3] / zooms)))
    stored = np.moveaxis(np.asarray(img.dataobj.get_unscaled()), axis, 0)
    planes = [stored[k] for k in range(len(stored) - 1, -1, -1)]
    data = np.moveaxis(np.stack(planes), 0, axis)
    data = data.astype(data.dtype.newbyteorder("="))

    last = [0, 0, 0]
    last[axis] = img.shape[axis] - 1
    matrix = img.affine[:3, :3].copy()
    matrix[:, axis] *= -1
    affine = nib.affines.from_matvec(matrix, nib.affines.apply_affine(img.affine, last))

    header = nib.Nifti1Header()
    header.set_data_dtype(data.dtype)
    header.set_data_shape(data.shape)
    header.set_xyzt_units(*img.header.get_xyzt_units())
    header.set_qform(affine, int(img.header["qform_code"]))
    header.set_sform(affine, int(img.header["sform_code"]))
    new = nib.Nifti1Image(data, header.get_best_affine(), header)
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
