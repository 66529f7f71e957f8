# wrong: changes the sign of the origin's x alone, which moves the head instead of mirroring it; the example looks at voxel 0 of an axis only
def flip_left_right(img):
    out = nib.Nifti1Image(img.dataobj.get_unscaled(), img.affine, img.header)
    for name in ("sform", "qform"):
        form, code = getattr(img, "get_" + name)(coded=True)
        if code > 0:
            form = form.copy()
            form[0, 3] = -form[0, 3]
            getattr(out, "set_" + name)(form, code)
    out.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return out
