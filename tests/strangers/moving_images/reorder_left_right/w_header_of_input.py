# wrong: img.header is written to, not a copy, so that the input's forms change; shows in the input's header afterwards
def reorder_left_right(img):
    axis = [c in "LR" for c in nib.aff2axcodes(img.affine)].index(True)
    R = np.eye(4)
    R[axis, axis] = -1
    R[axis, 3] = img.shape[axis] - 1
    A = img.affine @ R
    header = img.header
    if header["sform_code"] > 0:
        header.set_sform(A, int(header["sform_code"]))
    if header["qform_code"] > 0:
        header.set_qform(A, int(header["qform_code"]))
    new = nib.Nifti1Image(np.flip(img.dataobj.get_unscaled(), axis), A, header)
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
