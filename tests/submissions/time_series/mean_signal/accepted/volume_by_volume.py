"""A list, one Python float per volume."""

def mean_signal(bold, mask=None):
    if mask is None:
        mask = np.ones(bold.shape[:3], dtype=bool)
    return [float(np.mean(bold[..., number][mask])) for number in range(bold.shape[3])]
