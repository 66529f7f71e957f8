"""The input is moved, and returned.

fails: translate_example, translate_stored_numbers
says: changed its input
"""

def translate(img, mm):
    move = nib.affines.from_matvec(np.eye(3), mm)
    for read, write in (img.get_sform, img.set_sform), (img.get_qform, img.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(move @ frame, code)
    return img
