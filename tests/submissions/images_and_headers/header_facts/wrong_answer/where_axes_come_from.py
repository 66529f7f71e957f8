"""The letters of where each axis begins: RAS is called LPI.

fails: header_facts_frame
says: naming where the axes come from
"""

def header_facts(path):
    img = nib.load(path)
    sform, qform = int(img.header["sform_code"]), int(img.header["qform_code"])
    return {
        "axes": "".join(nib.aff2axcodes(img.affine, (("R", "L"), ("A", "P"), ("S", "I")))),
        "ruling": "sform" if sform else "qform" if qform else "none",
        "code": sform or qform,
        "slope": img.dataobj.slope,
        "intercept": img.dataobj.inter,
        "dtype": img.get_data_dtype(),
    }
