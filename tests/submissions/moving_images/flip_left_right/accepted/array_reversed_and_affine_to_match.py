"""The array is stored the other way round as well, with an affine that says so."""

def flip_left_right(img):
    n = img.shape[0]
    reverse = np.array([[-1, 0, 0, n - 1], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
    mirror = np.diag([-1, 1, 1, 1])
    flipped = nib.Nifti1Image(np.asanyarray(img.dataobj)[::-1], img.affine, img.header)
    for read, write in (img.get_sform, flipped.set_sform), (img.get_qform, flipped.set_qform):
        frame, code = read(coded=True)
        if code > 0:
            write(mirror @ frame @ reverse, code)
    return flipped
