"""Infinite and undefined ratios made 0, which rounding defeats as well.

fails: tsnr_constant
says: but for rounding
"""

def tsnr(bold):
    with np.errstate(all="ignore"):
        ratio = bold.mean(axis=-1) / bold.std(axis=-1)
    return np.nan_to_num(ratio, nan=0, posinf=0, neginf=0)
