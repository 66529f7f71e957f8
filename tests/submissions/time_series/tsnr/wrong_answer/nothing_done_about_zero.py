"""Divided everywhere.

fails: tsnr_example, tsnr_constant
says: but for rounding
"""

def tsnr(bold):
    with np.errstate(all="ignore"):
        return bold.mean(axis=-1) / bold.std(axis=-1)
