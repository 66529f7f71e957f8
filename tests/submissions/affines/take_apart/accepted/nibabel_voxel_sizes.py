"""nibabel's voxel_sizes, and dot products of pairs of columns; a list of three comes back."""


def take_apart(affine):
    zooms = nib.affines.voxel_sizes(affine)
    rotation = affine[:3, :3] / zooms
    for a, b in (0, 1), (0, 2), (1, 2):
        if abs(rotation[:, a] @ rotation[:, b]) > 3e-5:
            raise ValueError("shear")
    return [affine[:3, 3], rotation, zooms]
