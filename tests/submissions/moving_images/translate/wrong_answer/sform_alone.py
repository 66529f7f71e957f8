"""Only the sform is moved; a second program that reads the qform sees another head.

fails: translate_two_frames
says: moving the sform alone
"""

def translate(img, mm):
    moved = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    moved.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    moved.set_sform(nib.affines.from_matvec(np.eye(3), mm) @ img.affine, int(img.header["sform_code"]))
    return moved
