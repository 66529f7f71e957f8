"""nibabel's apply_affine with the pseudo-inverse; Python's round, and a list comes back."""


def mm_to_voxel(affine, points):
    return nib.affines.apply_affine(np.linalg.pinv(affine), points)


def same_place(affine_a, ijk, affine_b):
    mm = nib.affines.apply_affine(affine_a, ijk)
    return [round(float(index)) for index in nib.affines.apply_affine(np.linalg.inv(affine_b), mm)]
