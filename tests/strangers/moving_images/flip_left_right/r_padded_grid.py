# right: also puts a margin of one voxel of value 0 around the head (the grid is free as long as it holds the head); saved by a common slope
def flip_left_right(img):
    unscaled = np.asarray(img.dataobj.get_unscaled())
    slope, inter = img.dataobj.slope, img.dataobj.inter
    fill = np.rint(-inter / slope)  # the stored number whose value is closest to 0
    if unscaled.dtype.kind in "iu":
        limits = np.iinfo(unscaled.dtype)
        fill = min(max(fill, limits.min), limits.max)
        if abs(fill * slope + inter) > abs(slope):
            fill = unscaled.flat[0]
    stored = np.pad(unscaled, 1, constant_values=fill)

    out = nib.Nifti1Image(stored, img.affine, img.header)
    for name in "sq":
        form, code = getattr(img, f"get_{name}form")(coded=True)
        if not code:
            getattr(out, f"set_{name}form")(None, 0)
            continue
        form = np.array(form)
        form[:3, 3] -= form[:3, :3].sum(axis=1)  # one voxel earlier along each axis
        form[0] *= -1
        getattr(out, f"set_{name}form")(form, int(code))
    out.header.set_slope_inter(slope, inter)
    return out
