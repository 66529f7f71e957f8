"""nibabel's as_reoriented turns the axis; the codes are put back by hand."""

def reorder_left_right(img):
    turn = nib.io_orientation(img.affine)
    steps = np.array([[axis, -1 if turn[axis, 0] == 0 else 1] for axis in range(3)])
    new = img.as_reoriented(steps)
    affine = new.affine
    if img.header["sform_code"] > 0:
        new.set_sform(affine, int(img.header["sform_code"]))
    if img.header["qform_code"] > 0:
        new.set_qform(affine, int(img.header["qform_code"]))
        if img.header["sform_code"] == 0:
            new.set_sform(None, 0)
    return new
