"""Only the slice is fetched from the proxy; then its two axes are put in order."""

def axial_slice(img, k):
    ornt = nib.io_orientation(img.affine)
    axes = [int(np.flatnonzero(ornt[:, 0] == world)[0]) for world in range(3)]
    cut = [slice(None)] * 3
    cut[axes[2]] = k if ornt[axes[2], 1] > 0 else img.shape[axes[2]] - 1 - k
    values = np.asarray(img.dataobj[tuple(cut)], dtype=np.float32)
    if axes[0] > axes[1]:
        values = values.T
    return values[:: int(ornt[axes[0], 1]), :: int(ornt[axes[1], 1])]
