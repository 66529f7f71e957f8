"""The array is reversed and the affine mirrored in x = 0 mm.

fails: reorder_left_right_example, reorder_left_right_plain, reorder_left_right_oblique, reorder_left_right_header
says: a mirror in x = 0 mm
"""

def reorder_left_right(img):
    axis = [code in "LR" for code in nib.aff2axcodes(img.affine)].index(True)
    reverse = np.eye(4)
    reverse[axis, axis] = -1
    reverse[axis, 3] = img.shape[axis] - 1
    reordered = nib.Nifti1Image(np.flip(np.asanyarray(img.dataobj), axis), img.affine, img.header)
    for read, write in (img.get_sform, reordered.set_sform), (img.get_qform, reordered.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(np.diag([-1, 1, 1, 1]) @ frame, code)
    return reordered
