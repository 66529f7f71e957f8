# right: zooms from the diagonal of M^T M; translation copied; a tolerance at the far end of what is allowed (9e-4)
def take_apart(affine):
    m = np.array([row[:3] for row in affine[:3]], dtype=float)
    gram = m.T @ m
    zooms = np.diag(gram) ** 0.5
    cosines = gram / np.outer(zooms, zooms)
    if not np.allclose(cosines, np.eye(3), rtol=0, atol=9e-4):
        raise ValueError("Voxel axes are not at right angles.")
    return np.array([row[3] for row in affine[:3]]), m @ np.linalg.inv(np.diag(zooms)), zooms
