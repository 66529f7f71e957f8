"""The slopes by `lstsq` of all series at once, times the time from the middle of the run."""

def detrend(signals):
    flat = signals.reshape(-1, signals.shape[-1])
    time = np.arange(flat.shape[1], dtype=float)
    design = np.stack([time, np.ones_like(time)], axis=1)
    slopes = np.linalg.lstsq(design, flat.T, rcond=None)[0][0]
    return (flat - np.outer(slopes, time - time.mean())).reshape(signals.shape)
