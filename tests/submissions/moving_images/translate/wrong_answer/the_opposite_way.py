"""Somebody who thinks in pulls: the inverse of the move (misconception 62).

fails: translate_example, translate_plain, translate_two_frames, translate_stored_numbers
says: the opposite direction
"""

def translate(img, mm):
    move = nib.affines.from_matvec(np.eye(3), mm)
    moved = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    moved.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    for read, write in (img.get_sform, moved.set_sform), (img.get_qform, moved.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(np.linalg.inv(move) @ frame, code)
    return moved
