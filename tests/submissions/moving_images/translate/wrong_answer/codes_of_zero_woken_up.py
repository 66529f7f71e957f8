"""Both forms are set, and one whose code was 0 gets a code of its own and rules.

fails: translate_two_frames
says: woken up
"""

def translate(img, mm):
    T = nib.affines.from_matvec(np.eye(3), mm)
    new = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    new.set_sform(T @ img.get_sform())
    new.set_qform(T @ img.get_qform())
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
