"""All three axes are reversed, with the right affine for that.

fails: reorder_left_right_example, reorder_left_right_plain, reorder_left_right_oblique, reorder_left_right_header
says: all three axes reversed
"""

def reorder_left_right(img):
    reverse = nib.affines.from_matvec(-np.eye(3), np.array(img.shape) - 1)
    reordered = nib.Nifti1Image(np.flip(np.asanyarray(img.dataobj)), img.affine, img.header)
    for read, write in (img.get_sform, reordered.set_sform), (img.get_qform, reordered.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(frame @ reverse, code)
    return reordered
