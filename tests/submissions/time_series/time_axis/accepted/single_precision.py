"""A float32 array, as the TR in the header is float32."""

def time_axis(img):
    factor = {"sec": 1, "msec": 1000, "usec": 1000000}[img.header.get_xyzt_units()[1]]

    tr = img.header.get_zooms()[-1] / np.float32(factor)
    return tr * np.arange(img.shape[-1], dtype=np.float32)
