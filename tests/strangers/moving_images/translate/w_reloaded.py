# wrong: returns a saved and reloaded image; its header's slope is blank again, so that the next saving rescales; shows in the stored numbers and slope of scaled int16 files
def _moved(affine, mm):
    shift = np.eye(4)
    shift[:3, 3] = np.asarray(mm, dtype=float).ravel()
    return shift.dot(affine)


def translate(img, mm):
    new = nib.Nifti1Image(np.array(img.dataobj.get_unscaled()), img.affine, img.header.copy())
    s, s_code = img.get_sform(coded=True)
    q, q_code = img.get_qform(coded=True)
    if s_code:
        new.set_sform(_moved(s, mm), int(s_code))
    if q_code:
        new.set_qform(_moved(q, mm), int(q_code))
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return nib.Nifti1Image.from_bytes(new.to_bytes())
