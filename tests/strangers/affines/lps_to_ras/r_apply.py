# right: nibabel's apply_affine with the affine that mirrors x and y
def lps_to_ras(points):
    flip = np.diag([-1.0, -1, 1, 1])
    return nib.affines.apply_affine(flip, points)
