"""A new header is made right first, and the image is built from it; matrices of lists."""

def translate(img, mm):
    x, y, z = mm
    move = np.array([[1, 0, 0, x], [0, 1, 0, y], [0, 0, 1, z], [0, 0, 0, 1]])
    header = img.header.copy()
    if header["sform_code"] != 0:
        header.set_sform(np.dot(move, img.header.get_sform()))
    if header["qform_code"] != 0:
        header.set_qform(np.dot(move, img.header.get_qform()))
    moved = nib.Nifti1Image(np.asarray(img.dataobj.get_unscaled()), header.get_best_affine(), header)
    moved.header["scl_slope"] = img.dataobj.slope
    moved.header["scl_inter"] = img.dataobj.inter
    return moved
