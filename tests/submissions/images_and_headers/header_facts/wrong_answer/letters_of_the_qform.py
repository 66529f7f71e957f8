"""Ruling and code are right, the letters are the qform's (misconception 11).

fails: header_facts_frame
says: the letters of the qform
"""

def header_facts(path):
    img = nib.load(path)
    sform, qform = int(img.header["sform_code"]), int(img.header["qform_code"])
    return {
        "axes": "".join(map(str, nib.aff2axcodes(img.get_qform() if qform else img.affine))),
        "ruling": "sform" if sform else "qform" if qform else "none",
        "code": sform or qform,
        "slope": img.dataobj.slope,
        "intercept": img.dataobj.inter,
        "dtype": img.get_data_dtype(),
    }
