"""A head that faces the other way: a rotation by half a turn, not a reflection.

fails: flip_left_right_plain, flip_left_right_oblique, flip_left_right_header
says: numbers are wrong
"""

def flip_left_right(img):
    flipped = nib.Nifti1Image(np.asanyarray(img.dataobj), img.affine, img.header)
    for read, write in (img.get_sform, flipped.set_sform), (img.get_qform, flipped.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            frame = np.diag([-1, -1, 1, 1]) @ frame
            write(frame, code)
    return flipped
