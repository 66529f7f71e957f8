"""The moved affine of the image is written into sform and qform alike, though they differ (misconception 11).

fails: translate_two_frames
says: one affine written into both
"""

def translate(img, mm):
    move = nib.affines.from_matvec(np.eye(3), mm)
    moved = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    moved.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    if img.header["sform_code"] > 0:
        moved.set_sform(move @ img.affine, int(img.header["sform_code"]))
    if img.header["qform_code"] > 0:
        moved.set_qform(move @ img.affine, int(img.header["qform_code"]))
    return moved
