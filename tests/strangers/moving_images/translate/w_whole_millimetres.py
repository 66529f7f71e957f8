# wrong: an integer identity cuts the fractions of mm; shows for vectors such as (0.5, 0, 0) or (2.7, ...)
def translate(img, mm):
    T = np.eye(4, dtype=int)
    T[:3, 3] = mm
    new = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    sform, scode = img.get_sform(coded=True)
    qform, qcode = img.get_qform(coded=True)
    if scode > 0:
        new.set_sform(T @ sform, scode)
    if qcode > 0:
        new.set_qform(T @ qform, qcode)
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
