"""Voxels are multiplied by the voxel sizes, though the shift is in voxels (misconception 48).

fails: undo_shift_example, undo_shift_plain, undo_shift_mixed, undo_shift_header
says: numbers are wrong
"""

from scipy import ndimage


def undo_shift(img, voxels):
    back = -np.array(voxels) * nib.affines.voxel_sizes(img.affine)
    values = ndimage.shift(img.get_fdata(), back, order=0)
    return nib.Nifti1Image(values, img.affine, img.header)
