"""img.slicer moves the origin; the codes are put back."""

def crop(img, start, stop):
    cropped = img.slicer[start[0] : stop[0], start[1] : stop[1], start[2] : stop[2]]
    affine = cropped.affine
    if img.header["sform_code"] > 0:
        cropped.set_sform(affine, int(img.header["sform_code"]))
    if img.header["qform_code"] > 0:
        cropped.set_qform(affine, int(img.header["qform_code"]))
        if img.header["sform_code"] == 0:
            cropped.set_sform(None, 0)
    return cropped
