# right: nibabel's as_reoriented on the stored numbers, then the codes put back
def reorder_left_right(img):
    ornt = nib.io_orientation(img.affine)
    axis = int(np.flatnonzero(ornt[:, 0] == 0)[0])
    turn = np.array([[0, 1], [1, 1], [2, 1]], dtype=float)
    turn[axis, 1] = -1
    raw = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    new = raw.as_reoriented(turn)
    affine = new.affine.copy()
    new.set_sform(affine, int(img.header["sform_code"]))
    new.set_qform(affine, int(img.header["qform_code"]))
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
