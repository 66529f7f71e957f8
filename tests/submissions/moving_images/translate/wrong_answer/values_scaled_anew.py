"""Values saved beside an int16 header: nibabel finds another slope (misconception 14).

fails: translate_stored_numbers
says: scaled anew
"""

def translate(img, mm):
    move = nib.affines.from_matvec(np.eye(3), mm)
    moved = nib.Nifti1Image(img.get_fdata(), img.affine, img.header)
    for read, write in (img.get_sform, moved.set_sform), (img.get_qform, moved.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(move @ frame, code)
    return moved
