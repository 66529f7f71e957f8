"""`np.isclose` with its own tolerance."""

def tsnr(bold):
    mean, std = np.mean(bold, -1), np.std(bold, -1)
    with np.errstate(all="ignore"):
        return np.where(np.isclose(std, 0), 0.0, mean / std)
