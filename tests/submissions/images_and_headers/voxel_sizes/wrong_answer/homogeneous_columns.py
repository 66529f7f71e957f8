"""The lengths of all four columns, the origin's among them.

fails: voxel_sizes_example, voxel_sizes_plain, voxel_sizes_oblique, voxel_sizes_header
says: where shape
"""

def voxel_sizes(img):
    factor = {"meter": 1e3, "micron": 1e-3}.get(img.header.get_xyzt_units()[0], 1)
    return np.linalg.norm(img.affine, axis=0) * factor
