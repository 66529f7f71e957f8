"""Python loops over every series."""

def detrend(signals):
    flat = signals.reshape(-1, signals.shape[-1])
    out = np.empty_like(flat)
    n = flat.shape[1]
    middle = (n - 1) / 2
    for row, series in enumerate(flat):
        slope = sum((t - middle) * y for t, y in enumerate(series)) / sum((t - middle) ** 2 for t in range(n))
        out[row] = [y - slope * (t - middle) for t, y in enumerate(series)]
    return out.reshape(signals.shape)
