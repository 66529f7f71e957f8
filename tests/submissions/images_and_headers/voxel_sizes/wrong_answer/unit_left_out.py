"""The unit left out of account: microns returned as mm (misconception 6).

fails: voxel_sizes_header
says: leaving the unit out of account
"""

def voxel_sizes(img):
    return nib.affines.voxel_sizes(img.affine)
