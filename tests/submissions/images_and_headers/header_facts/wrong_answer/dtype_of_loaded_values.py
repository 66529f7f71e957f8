"""The dtype of what get_fdata returns (misconception 8).

fails: header_facts_dtype
says: asking the loaded values for their dtype
"""

def header_facts(path):
    img = nib.load(path)
    sform, qform = int(img.header["sform_code"]), int(img.header["qform_code"])
    return {
        "axes": "".join(nib.aff2axcodes(img.affine)),
        "ruling": "sform" if sform else "qform" if qform else "none",
        "code": sform or qform,
        "slope": img.dataobj.slope,
        "intercept": img.dataobj.inter,
        "dtype": img.get_fdata().dtype,
    }
