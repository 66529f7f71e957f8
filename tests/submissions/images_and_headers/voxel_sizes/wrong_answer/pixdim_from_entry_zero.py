"""The first three entries of pixdim, whose entry 0 is a sign (misconception 4).

fails: voxel_sizes_example, voxel_sizes_plain, voxel_sizes_oblique, voxel_sizes_header
says: read from its entry 0 on
"""

def voxel_sizes(img):
    factor = {"meter": 1e3, "micron": 1e-3}.get(img.header.get_xyzt_units()[0], 1)
    return img.header["pixdim"][0:3] * factor
