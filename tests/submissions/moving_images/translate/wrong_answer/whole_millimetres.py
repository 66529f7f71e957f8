"""An integer matrix truncates the translation (misconception 51).

fails: translate_plain, translate_two_frames
says: cut to whole millimetres
"""

def translate(img, mm):
    move = np.eye(4, dtype=int)
    move[:3, 3] = mm
    moved = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    moved.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    for read, write in (img.get_sform, moved.set_sform), (img.get_qform, moved.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(move @ frame, code)
    return moved
