"""The dtype of the array that the proxy makes: float64 where the file is scaled.

fails: header_facts_dtype
says: not the right dtype
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
        "dtype": np.asanyarray(img.dataobj).dtype,
    }
