"""The larger of the two codes.

fails: header_facts_frame
says: the larger code
"""

def header_facts(path):
    img = nib.load(path)
    sform, qform = int(img.header["sform_code"]), int(img.header["qform_code"])
    return {
        "axes": "".join(nib.aff2axcodes(img.affine)),
        "ruling": "sform" if sform else "qform" if qform else "none",
        "code": max(sform, qform),
        "slope": img.dataobj.slope,
        "intercept": img.dataobj.inter,
        "dtype": img.get_data_dtype(),
    }
