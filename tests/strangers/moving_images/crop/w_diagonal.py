# wrong: origin + diagonal * start; right on straight images, wrong on permuted and oblique ones
def crop(img, start, stop):
    box = tuple(slice(a, b) for a, b in zip(start, stop))
    affine = img.affine.copy()
    affine[:3, 3] += np.diag(affine)[:3] * start
    new = nib.Nifti1Image(img.dataobj.get_unscaled()[box], img.affine, img.header)
    new.set_sform(affine, int(img.header["sform_code"]))
    new.set_qform(affine, int(img.header["qform_code"]))
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
