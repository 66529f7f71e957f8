"""A curve of the second degree, which takes out more than a line.

fails: detrend_one, detrend_many, detrend_edges
says: a curve of the second degree
"""

def detrend(signals):
    flat = signals.reshape(-1, signals.shape[-1])
    time = np.arange(flat.shape[1])
    degree = min(2, len(time) - 1)
    out = [y - np.polyval(np.polyfit(time, y, degree), time) + y.mean() for y in flat]
    return np.reshape(out, signals.shape)
