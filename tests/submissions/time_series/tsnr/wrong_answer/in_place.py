"""Air set to 0 in the film that came.

fails: tsnr_constant
says: it changed its input
"""

def tsnr(bold):
    mean, std = bold.mean(axis=-1), bold.std(axis=-1)
    constant = std <= 1e-9 * np.abs(bold).max(axis=-1)
    bold[constant] = 0
    return np.where(constant, 0, mean / np.where(constant, 1, std))
