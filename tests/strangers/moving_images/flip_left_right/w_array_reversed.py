# wrong: reverses the left-right axis and keeps the affine; shows on grids not centred on x = 0, and on oblique ones
def flip_left_right(img):
    axis = [c in "LR" for c in nib.aff2axcodes(img.affine)].index(True)
    out = nib.Nifti1Image(np.flip(img.dataobj.get_unscaled(), axis), img.affine, img.header)
    out.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return out
