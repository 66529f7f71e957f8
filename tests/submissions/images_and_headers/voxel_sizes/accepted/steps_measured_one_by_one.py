"""The distance from voxel (0, 0, 0) to each neighbour, as a tuple; the unit from its code."""

import math


def voxel_sizes(img):
    start = nib.affines.apply_affine(img.affine, [0, 0, 0])
    factor = {1: 1e3, 3: 1e-3}.get(int(img.header["xyzt_units"]) % 8, 1)
    sizes = []
    for axis in range(3):
        neighbour = [0, 0, 0]
        neighbour[axis] = 1
        stop = nib.affines.apply_affine(img.affine, neighbour)
        sizes.append(math.dist(start, stop) * factor)
    return tuple(sizes)
