"""The ratio to the mean, minus one."""

def percent_signal_change(signals):
    return (signals / np.mean(signals, axis=-1)[..., np.newaxis] - 1) * 100
