"""The standard deviation with ddof 1, divided only where it is large enough."""

def tsnr(bold):
    mean, std = bold.mean(axis=3), bold.std(axis=3, ddof=1)
    return np.divide(mean, std, out=np.zeros_like(mean), where=std > 1e-8 * np.abs(mean))
