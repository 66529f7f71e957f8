"""All the header's zooms, the time step of a 4D image among them.

fails: voxel_sizes_plain, voxel_sizes_header
says: with the time step among them
"""

def voxel_sizes(img):
    factor = {"meter": 1e3, "micron": 1e-3}.get(img.header.get_xyzt_units()[0], 1)
    return np.array(img.header.get_zooms()) * factor
