"""Constant is what `np.allclose` cannot tell from its mean: a hundred-thousandth is too much.

fails: tsnr_constant
says: too large a tolerance
"""

def tsnr(bold):
    out = np.zeros(bold.shape[:3])
    for voxel in np.ndindex(*out.shape):
        series = bold[voxel]
        if not np.allclose(series, series.mean(), rtol=1e-5, atol=0):
            out[voxel] = series.mean() / series.std()
    return out
