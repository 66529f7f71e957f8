"""Time moved to the front, where broadcasting needs no new axis."""

def percent_signal_change(signals):
    series = np.moveaxis(signals, -1, 0)
    mean = series.mean(axis=0)
    return np.moveaxis(100.0 * (series - mean) / mean, 0, -1)
