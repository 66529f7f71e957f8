"""The affine is unpacked into three rows, and it has four.

fails: take_apart_example, take_apart_plain, take_apart_oblique, take_apart_shear
says: it stopped with ValueError
"""


def take_apart(affine):
    x, y, z = affine
    zooms = np.sqrt(x[:3] ** 2 + y[:3] ** 2 + z[:3] ** 2)
    return affine[:3, 3], affine[:3, :3] / zooms, zooms
