"""The matrix is reflected, the translation is not: the grid is mirrored about its own voxel 0.

fails: flip_left_right_example, flip_left_right_plain, flip_left_right_oblique, flip_left_right_header
says: beside the old translation
"""

def flip_left_right(img):
    flipped = nib.Nifti1Image(np.asanyarray(img.dataobj), img.affine, img.header)
    for read, write in (img.get_sform, flipped.set_sform), (img.get_qform, flipped.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            frame[:3, :3] = np.diag([-1, 1, 1]) @ frame[:3, :3]
            write(frame, code)
    return flipped
