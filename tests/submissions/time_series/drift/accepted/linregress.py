"""scipy's `linregress`, on times that begin at one TR: the slope is the same."""

def drift(signal, tr):
    from scipy import stats

    fit = stats.linregress(tr * np.arange(1, len(signal) + 1), signal)
    return [fit.slope, fit.slope / np.mean(signal) * 6000]
