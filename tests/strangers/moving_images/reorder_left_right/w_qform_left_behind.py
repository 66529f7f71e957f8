# wrong: lets Nifti1Image write the new affine and restores the sform's code only; the qform code is lost (and a qform alone becomes an sform)
def reorder_left_right(img):
    axis = [c in "LR" for c in nib.aff2axcodes(img.affine)].index(True)
    R = np.eye(4)
    R[axis, axis] = -1
    R[axis, 3] = img.shape[axis] - 1
    new = nib.Nifti1Image(np.flip(img.dataobj.get_unscaled(), axis), img.affine @ R, img.header)
    new.header["sform_code"] = img.header["sform_code"] or img.header["qform_code"]
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
