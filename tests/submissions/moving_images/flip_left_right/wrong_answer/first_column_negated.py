"""A sign on the voxel side: the first column, not the first row, is negated (misconception 21).

fails: flip_left_right_example, flip_left_right_plain, flip_left_right_oblique, flip_left_right_header
says: a negated first column
"""

def flip_left_right(img):
    flipped = nib.Nifti1Image(np.asanyarray(img.dataobj), img.affine, img.header)
    for read, write in (img.get_sform, flipped.set_sform), (img.get_qform, flipped.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            frame = frame @ np.diag([-1, 1, 1, 1])
            write(frame, code)
    return flipped
