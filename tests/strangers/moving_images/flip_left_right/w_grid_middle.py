# wrong: mirrors in the plane x = middle of the grid instead of x = 0; shows on grids not centred on x = 0
def flip_left_right(img):
    out = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    middle = (np.array(img.shape) - 1) / 2
    for name in ("sform", "qform"):
        form, code = getattr(img, "get_" + name)(coded=True)
        if code > 0:
            x = nib.affines.apply_affine(form, middle)[0]
            F = nib.affines.from_matvec(np.diag([-1, 1, 1]), [2 * x, 0, 0])
            getattr(out, "set_" + name)(F @ form, code)
    out.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return out
