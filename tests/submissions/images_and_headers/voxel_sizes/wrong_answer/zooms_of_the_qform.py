"""The header's zooms, which belong to the qform where the sform rules.

fails: voxel_sizes_header
says: which belong to the qform
"""

def voxel_sizes(img):
    factor = {"meter": 1e3, "micron": 1e-3}.get(img.header.get_xyzt_units()[0], 1)
    return np.array(img.header.get_zooms()[:3]) * factor
