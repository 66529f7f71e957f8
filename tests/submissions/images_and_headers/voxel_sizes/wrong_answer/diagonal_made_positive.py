"""The diagonal of the affine, made positive (misconception 3).

fails: voxel_sizes_oblique, voxel_sizes_header
says: the diagonal of the affine
"""

def voxel_sizes(img):
    factor = {"meter": 1e3, "micron": 1e-3}.get(img.header.get_xyzt_units()[0], 1)
    return abs(np.diag(img.affine)[:3]) * factor
