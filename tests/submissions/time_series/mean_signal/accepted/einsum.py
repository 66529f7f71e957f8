"""A weighted sum by `einsum`."""

def mean_signal(bold, mask=None):
    weights = np.ones(bold.shape[:3]) if mask is None else mask.astype(float)
    return np.einsum("xyzt,xyz->t", bold, weights) / weights.sum()
