"""The standard deviation over the mean.

fails: tsnr_example, tsnr_plain, tsnr_constant
says: the standard deviation over the mean
"""

def tsnr(bold):
    mean, std = bold.mean(axis=-1), bold.std(axis=-1)
    constant = std <= 1e-9 * np.abs(bold).max(axis=-1)
    return np.where(constant, 0, std / np.where(mean == 0, 1, mean))
