"""The unit of time read from the bits of the header's own field."""

def time_axis(img):
    code = int(img.header["xyzt_units"]) & 0x38
    factor = {8: 1.0, 16: 1e-3, 24: 1e-6}[code]
    return np.arange(img.shape[3]) * float(img.header["pixdim"][4]) * factor
