"""NaN written into the film that came, and `nanmean`.

fails: mean_signal_edges
says: it changed its input
"""

def mean_signal(bold, mask=None):
    if mask is not None:
        bold[~mask] = np.nan
    return np.nanmean(bold, axis=(0, 1, 2))
