# wrong: asarray does not copy floats, so float points are overwritten (whole-number points are not): changes its input
def apply(affine, points):
    out = np.asarray(points, dtype=float)
    out[...] = out @ affine[:3, :3].T
    out += affine[:3, 3]
    return out
