# right: a fourth coordinate by concatenation along the last axis, einsum, division by w
def apply(affine, points):
    points = np.asarray(points)
    ones = np.ones(points.shape[:-1] + (1,))
    four = np.concatenate([points, ones], axis=-1)
    sent = np.einsum("ab,...b->...a", affine, four)
    return sent[..., :3] / sent[..., 3:]
