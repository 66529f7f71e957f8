"""The header read from the file, before anything blanks its slope."""

def header_facts(path):
    with open(path, "rb") as file:
        header = nib.Nifti1Header.from_fileobj(file, check=False)
    slope, intercept = header.get_slope_inter()
    sform, sform_code = header.get_sform(coded=True)
    qform, qform_code = header.get_qform(coded=True)
    facts = {"ruling": "none", "code": 0, "axes": ""}
    if sform_code > 0:
        facts = {"ruling": "sform", "code": sform_code, "axes": "".join(nib.aff2axcodes(sform))}
    elif qform_code > 0:
        facts = {"ruling": "qform", "code": qform_code, "axes": "".join(nib.aff2axcodes(qform))}
    facts["slope"] = 1 if slope is None else slope
    facts["intercept"] = 0 if intercept is None else intercept
    facts["dtype"] = header.get_data_dtype().newbyteorder("=")
    return facts
