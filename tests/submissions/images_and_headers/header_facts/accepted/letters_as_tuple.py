"""The letters as nibabel gives them, numpy numbers, one more key."""

def header_facts(path):
    img = nib.load(path)
    header, proxy = img.header, img.dataobj
    if header["sform_code"] > 0:
        ruling, code = "sform", header["sform_code"]
    elif header["qform_code"] > 0:
        ruling, code = "qform", header["qform_code"]
    else:
        ruling, code = "none", 0
    return {
        "axes": nib.aff2axcodes(img.affine),
        "ruling": ruling,
        "code": code,
        "slope": np.float32(proxy.slope),
        "intercept": np.float32(proxy.inter),
        "dtype": header.get_data_dtype(),
        "shape": img.shape,
    }
