"""nibabel's function for it."""


def apply(affine, points):
    return nib.affines.apply_affine(affine, points)
