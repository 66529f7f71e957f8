"""The bytes of the file as they are: a slope of 0 is believed.

fails: header_facts_scaling
says: taken at its word
"""

import struct


def header_facts(path):
    img = nib.load(path)
    sform, qform = int(img.header["sform_code"]), int(img.header["qform_code"])
    with open(path, "rb") as file:
        slope, intercept = struct.unpack(img.header.endianness + "2f", file.read(120)[112:])
    return {
        "axes": "".join(nib.aff2axcodes(img.affine)),
        "ruling": "sform" if sform else "qform" if qform else "none",
        "code": sform or qform,
        "slope": slope,
        "intercept": intercept,
        "dtype": img.get_data_dtype(),
    }
