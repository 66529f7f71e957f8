"""The qform rules wherever its code is above 0 (misconception 11).

fails: header_facts_frame
says: letting the qform rule
"""

def header_facts(path):
    img = nib.load(path)
    sform, qform = int(img.header["sform_code"]), int(img.header["qform_code"])
    return {
        "axes": "".join(nib.aff2axcodes(img.affine)),
        "ruling": "qform" if qform else "sform" if sform else "none",
        "code": qform or sform,
        "slope": img.dataobj.slope,
        "intercept": img.dataobj.inter,
        "dtype": img.get_data_dtype(),
    }
