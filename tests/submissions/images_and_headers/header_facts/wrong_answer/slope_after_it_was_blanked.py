"""Slope and intercept from the loaded header, where nibabel has blanked them (misconception 10).

fails: header_facts_scaling
says: after nibabel has blanked it
"""

def header_facts(path):
    img = nib.load(path)
    sform, qform = int(img.header["sform_code"]), int(img.header["qform_code"])
    return {
        "axes": "".join(nib.aff2axcodes(img.affine)),
        "ruling": "sform" if sform else "qform" if qform else "none",
        "code": sform or qform,
        "slope": float(img.header["scl_slope"]),
        "intercept": float(img.header["scl_inter"]),
        "dtype": img.get_data_dtype(),
    }
