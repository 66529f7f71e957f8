"""The film detrended by scipy first, so that its mean is 0 (misconception 99).

fails: tsnr_example, tsnr_plain, tsnr_constant
says: numbers are wrong
"""

def tsnr(bold):
    from scipy import signal

    flat = signal.detrend(bold)
    std = flat.std(axis=-1)
    return np.where(std < 1e-8, 0, flat.mean(axis=-1) / np.where(std < 1e-8, 1, std))
