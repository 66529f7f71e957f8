"""The file is brought to RAS first, so that every file is said to be RAS.

fails: header_facts_frame
says: not the right one
"""

def header_facts(path):
    img = nib.load(path)
    sform, qform = int(img.header["sform_code"]), int(img.header["qform_code"])
    return {
        "axes": "".join(nib.aff2axcodes(nib.as_closest_canonical(img).affine)),
        "ruling": "sform" if sform else "qform" if qform else "none",
        "code": sform or qform,
        "slope": img.dataobj.slope,
        "intercept": img.dataobj.inter,
        "dtype": img.get_data_dtype(),
    }
