"""A table of units in which unknown is missing.

fails: voxel_sizes_header
says: KeyError
"""

def voxel_sizes(img):
    factor = {"mm": 1, "meter": 1e3, "micron": 1e-3}[img.header.get_xyzt_units()[0]]
    return np.linalg.norm(img.affine[:3, :3], axis=0) * factor
