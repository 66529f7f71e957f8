"""The header's zooms, which agree with the affine where both forms do."""

def field_of_view(img):
    pairs = list(zip(img.shape[:3], img.header.get_zooms()[:3]))
    return tuple(n * d for n, d in pairs), tuple((n - 1) * d for n, d in pairs)
