# wrong: moves the origin along x alone; shows on oblique images, where the axis also leads a little to y and z
def reorder_left_right(img):
    axis = [c in "LR" for c in nib.aff2axcodes(img.affine)].index(True)
    A = img.affine.copy()
    A[0, 3] += (img.shape[axis] - 1) * A[0, axis]
    A[:3, axis] *= -1
    new = nib.Nifti1Image(np.flip(img.dataobj.get_unscaled(), axis), img.affine, img.header)
    if img.header["sform_code"] > 0:
        new.set_sform(A, int(img.header["sform_code"]))
    if img.header["qform_code"] > 0:
        new.set_qform(A, int(img.header["qform_code"]))
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
