"""The array turned round, so that time is the first axis, and back."""

def percent_signal_change(signals):
    turned = signals.T
    mean = np.average(turned, axis=0)
    return (100 * (turned - mean) / mean).T
