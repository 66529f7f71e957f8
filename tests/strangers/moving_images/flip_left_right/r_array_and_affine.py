# right: array reversed along axis 0 (whatever it leads to) and F A R, so that the handedness of the grid is kept; the grid is free
def flip_left_right(img):
    n = img.shape[0]
    R = np.eye(4)
    R[0, 0], R[0, 3] = -1, n - 1
    F = np.eye(4)
    F[0, 0] = -1
    stored = img.dataobj.get_unscaled()[::-1]
    out = nib.Nifti1Image(stored, img.affine, img.header)
    for get, put in ((img.get_sform, out.set_sform), (img.get_qform, out.set_qform)):
        form, code = get(coded=True)
        if form is not None and code > 0:
            put(F @ form @ R, int(code))
    out.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return out
