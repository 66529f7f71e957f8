"""The letters from the largest entry of each column; the dtype of the stored numbers."""

def header_facts(path):
    img = nib.load(str(path))
    letters = ""
    for column in img.affine[:3, :3].T:
        world = np.argmax(np.abs(column))
        letters += ("LR", "PA", "IS")[world][int(column[world] > 0)]
    codes = [int(img.header["sform_code"]), int(img.header["qform_code"])]
    code = codes[0] or codes[1]
    return dict(
        axes=letters,
        ruling="sform" if codes[0] else "qform" if codes[1] else "none",
        code=code,
        slope=img.dataobj.slope,
        intercept=img.dataobj.inter,
        dtype=img.dataobj.dtype,
    )
