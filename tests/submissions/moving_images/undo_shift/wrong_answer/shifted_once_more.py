"""The shift is made again in place of being undone (misconception 62).

fails: undo_shift_example, undo_shift_plain, undo_shift_mixed, undo_shift_header
says: the shift made once more
"""

from scipy import ndimage


def undo_shift(img, voxels):
    values = ndimage.shift(img.get_fdata(), [float(v) for v in voxels], order=0)
    return nib.Nifti1Image(values, img.affine, img.header)
