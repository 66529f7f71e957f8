"""Half a turn about z, as an affine."""


def lps_to_ras(points):
    return nib.affines.apply_affine(np.diag([-1, -1, 1, 1]), points)
