# wrong: takes the slope from the loaded header, where it is blank; on scaled files the slope becomes 1 after saving
def translate(img, mm):
    T = nib.affines.from_matvec(np.eye(3), mm)
    new = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    sform, scode = img.get_sform(coded=True)
    if scode > 0:
        new.set_sform(T @ sform, scode)
    qform, qcode = img.get_qform(coded=True)
    if qcode > 0:
        new.set_qform(T @ qform, qcode)
    slope, inter = img.header.get_slope_inter()
    new.header.set_slope_inter(slope, inter)
    return new
