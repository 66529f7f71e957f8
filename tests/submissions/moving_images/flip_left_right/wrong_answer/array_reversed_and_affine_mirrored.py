"""Both at once, as if two halves were needed: about the grid's middle, they cancel.

fails: flip_left_right_example, flip_left_right_plain, flip_left_right_oblique, flip_left_right_header
says: numbers are wrong
"""

def flip_left_right(img):
    flipped = nib.Nifti1Image(np.flip(np.asanyarray(img.dataobj), 0), img.affine, img.header)
    for read, write in (img.get_sform, flipped.set_sform), (img.get_qform, flipped.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(np.diag([-1, 1, 1, 1]) @ frame, code)
    return flipped
