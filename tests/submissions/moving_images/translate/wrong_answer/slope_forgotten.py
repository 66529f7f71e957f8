"""The stored numbers without the slope that belongs to them.

fails: translate_stored_numbers
says: forgetting slope and intercept
"""

def translate(img, mm):
    move = nib.affines.from_matvec(np.eye(3), mm)
    moved = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    for read, write in (img.get_sform, moved.set_sform), (img.get_qform, moved.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(move @ frame, code)
    return moved
