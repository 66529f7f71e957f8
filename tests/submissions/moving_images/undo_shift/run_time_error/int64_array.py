"""A bare int64 array: nibabel refuses to guess that this was meant (misconception 15).

fails: undo_shift_example, undo_shift_plain, undo_shift_mixed, undo_shift_header
says: ValueError
"""

from scipy import ndimage


def undo_shift(img, voxels):
    values = ndimage.shift(img.get_fdata(), [-float(v) for v in voxels], order=0)
    return nib.Nifti1Image(values.astype(int), img.affine)
