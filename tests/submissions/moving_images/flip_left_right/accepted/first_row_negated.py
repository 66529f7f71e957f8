"""The first row of each affine is what gives x: negate it."""

def flip_left_right(img):
    flipped = nib.Nifti1Image(np.asanyarray(img.dataobj), img.affine, img.header)
    sform, sform_code = img.get_sform(coded=True)
    qform, qform_code = img.get_qform(coded=True)
    if sform_code:
        sform[0] = -sform[0]
        flipped.set_sform(sform, sform_code)
    if qform_code:
        qform[0] = -qform[0]
        flipped.set_qform(qform, qform_code)
    return flipped
