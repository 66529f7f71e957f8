"""A function along the last axis."""

def percent_signal_change(signals):
    return np.apply_along_axis(lambda y: 100 * (y - y.mean()) / y.mean(), -1, signals)
