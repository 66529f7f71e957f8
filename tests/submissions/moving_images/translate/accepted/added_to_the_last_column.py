"""No matrix product: the vector is added to each affine's last column, in float32."""

def translate(img, mm):
    stored = np.array(img.dataobj.get_unscaled())
    new = nib.Nifti1Image(stored, img.affine, img.header.copy())
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    sform, scode = img.header.get_sform(coded=True)
    qform, qcode = img.header.get_qform(coded=True)
    if scode > 0:
        sform = sform.astype(np.float32)
        sform[:3, 3] += np.array(mm, dtype=np.float32)
        new.set_sform(sform, int(scode))
    if qcode > 0:
        qform[0, 3] += mm[0]
        qform[1, 3] += mm[1]
        qform[2, 3] += mm[2]
        new.set_qform(qform, int(qcode))
    return new
