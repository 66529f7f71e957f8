"""Covariance over variance, both with the same divisor."""

def drift(signal, tr):
    times = np.arange(len(signal)) * tr
    moments = np.cov(times, signal)
    slope = moments[0, 1] / moments[0, 0]
    return slope, 100 * slope * 60 / np.mean(signal)
