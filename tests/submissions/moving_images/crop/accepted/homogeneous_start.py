"""The start as a homogeneous point; the stored numbers with slope and intercept, from memory."""

def crop(img, start, stop):
    (a, b, c), (d, e, f) = start, stop
    values = np.array(img.dataobj.get_unscaled()[a:d, b:e, c:f])
    header = img.header.copy()
    for form in "sform", "qform":
        frame, code = getattr(img, f"get_{form}")(coded=True)
        if code:
            frame[:, 3] = frame @ [a, b, c, 1]
            getattr(header, f"set_{form}")(frame, code)
    cropped = nib.Nifti1Image(values, header.get_best_affine(), header)
    cropped.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return cropped
