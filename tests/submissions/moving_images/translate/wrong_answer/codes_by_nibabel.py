"""An affine handed over beside the header: nibabel writes sform code 2 and drops the qform.

fails: translate_two_frames
says: code is not what it was
"""

def translate(img, mm):
    move = nib.affines.from_matvec(np.eye(3), mm)
    moved = nib.Nifti1Image(img.dataobj.get_unscaled(), move @ img.affine, img.header)
    moved.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return moved
