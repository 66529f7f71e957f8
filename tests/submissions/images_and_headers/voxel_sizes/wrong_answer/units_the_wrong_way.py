"""Divided where a product is due.

fails: voxel_sizes_header
says: dividing where the unit asks for a product
"""

def voxel_sizes(img):
    factor = {"meter": 1e3, "micron": 1e-3}.get(img.header.get_xyzt_units()[0], 1)
    return nib.affines.voxel_sizes(img.affine) / factor
