# right: slicer on an image of the stored numbers, codes and slope put back
def crop(img, start, stop):
    raw = nib.Nifti1Image(np.asarray(img.dataobj.get_unscaled()), img.affine, img.header)
    (i0, j0, k0), (i1, j1, k1) = start, stop
    part = raw.slicer[i0:i1, j0:j1, k0:k1]
    where = part.affine.copy()
    part.set_sform(where, int(img.header["sform_code"]))
    part.set_qform(where, int(img.header["qform_code"]))
    part.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return part
