"""The stored numbers, with neither slope nor intercept.

fails: axial_slice_plain
says: without slope and intercept
"""

def axial_slice(img, k):
    proxy = img.dataobj
    stored = proxy.get_unscaled() if hasattr(proxy, "get_unscaled") else np.asarray(proxy)
    return nib.apply_orientation(stored, nib.io_orientation(img.affine))[:, :, k]
