"""Axes moved and turned one by one, by the three letters."""

def axial_slice(img, k):
    letters = nib.aff2axcodes(img.affine)
    order = [next(n for n, letter in enumerate(letters) if letter in pair) for pair in ("LR", "PA", "IS")]
    values = np.transpose(img.get_fdata(), order)
    for axis, negative in enumerate("LPI"):
        if negative in letters:
            values = np.flip(values, axis)
    return values[..., k]
