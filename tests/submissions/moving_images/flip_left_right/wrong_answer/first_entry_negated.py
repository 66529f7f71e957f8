"""The tutorial's reflection, as a sign in the first entry alone (misconception 19).

fails: flip_left_right_example, flip_left_right_plain, flip_left_right_oblique, flip_left_right_header
says: a negated first entry
"""

def flip_left_right(img):
    flipped = nib.Nifti1Image(np.asanyarray(img.dataobj), img.affine, img.header)
    for read, write in (img.get_sform, flipped.set_sform), (img.get_qform, flipped.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            frame[0, 0] *= -1
            write(frame, code)
    return flipped
