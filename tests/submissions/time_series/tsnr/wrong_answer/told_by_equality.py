"""A constant series told by `std == 0`, which rounding defeats.

fails: tsnr_constant
says: but for rounding
"""

def tsnr(bold):
    mean, std = bold.mean(axis=-1), bold.std(axis=-1)
    return np.where(std == 0, 0, mean / np.where(std == 0, 1, std))
