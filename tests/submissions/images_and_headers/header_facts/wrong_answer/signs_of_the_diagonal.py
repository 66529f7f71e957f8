"""The letters from the signs on the diagonal of the affine (misconception 19).

fails: header_facts_frame
says: the signs on the diagonal
"""

def header_facts(path):
    img = nib.load(path)
    sform, qform = int(img.header["sform_code"]), int(img.header["qform_code"])
    return {
        "axes": "".join(pair[int(img.affine[n, n] < 0)] for n, pair in enumerate(("RL", "AP", "SI"))),
        "ruling": "sform" if sform else "qform" if qform else "none",
        "code": sform or qform,
        "slope": img.dataobj.slope,
        "intercept": img.dataobj.inter,
        "dtype": img.get_data_dtype(),
    }
