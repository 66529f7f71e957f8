"""Three loops that fill an array of False."""

def brain_mask(bold, fraction):
    nx, ny, nz, nt = bold.shape
    means = np.zeros((nx, ny, nz))
    for i in range(nx):
        for j in range(ny):
            for k in range(nz):
                means[i, j, k] = sum(bold[i, j, k]) / nt
    threshold = fraction * np.percentile(means.ravel(), 98)
    mask = np.zeros(means.shape, dtype=bool)
    mask[means > threshold] = True
    return mask
