"""An unknown unit gives nan, where the contract takes it for mm.

fails: voxel_sizes_header
says: numbers are wrong
"""

def voxel_sizes(img):
    factor = {"mm": 1, "meter": 1e3, "micron": 1e-3}.get(img.header.get_xyzt_units()[0], np.nan)
    return nib.affines.voxel_sizes(img.affine) * factor
