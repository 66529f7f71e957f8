"""The mean over the variance.

fails: tsnr_example, tsnr_plain, tsnr_constant
says: the mean over the variance
"""

def tsnr(bold):
    mean, variance = bold.mean(axis=-1), bold.var(axis=-1)
    constant = variance <= 1e-18 * np.abs(bold).max(axis=-1) ** 2
    return np.where(constant, 0, mean / np.where(constant, 1, variance))
