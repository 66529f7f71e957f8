"""The first array axis is taken for left-right (misconception 18).

fails: reorder_left_right_oblique
says: the first array axis
"""

def reorder_left_right(img):
    axis = 0
    reverse = np.eye(4)
    reverse[axis, axis] = -1
    reverse[axis, 3] = img.shape[axis] - 1
    reordered = nib.Nifti1Image(np.flip(np.asanyarray(img.dataobj), axis), img.affine, img.header)
    for read, write in (img.get_sform, reordered.set_sform), (img.get_qform, reordered.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(frame @ reverse, code)
    return reordered
