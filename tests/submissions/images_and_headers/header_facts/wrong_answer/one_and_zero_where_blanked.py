"""The blanked slope and intercept replaced by 1 and 0, for every file (misconception 10).

fails: header_facts_scaling
says: 1 and 0 for every file
"""

def header_facts(path):
    img = nib.load(path)
    sform, qform = int(img.header["sform_code"]), int(img.header["qform_code"])
    return {
        "axes": "".join(nib.aff2axcodes(img.affine)),
        "ruling": "sform" if sform else "qform" if qform else "none",
        "code": sform or qform,
        "slope": float(np.nan_to_num(img.header["scl_slope"], nan=1)),
        "intercept": float(np.nan_to_num(img.header["scl_inter"])),
        "dtype": img.get_data_dtype(),
    }
