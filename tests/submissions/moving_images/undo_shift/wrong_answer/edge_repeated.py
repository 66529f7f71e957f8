"""Where nothing is known the edge is repeated.

fails: undo_shift_plain, undo_shift_mixed, undo_shift_header
says: the edge repeated
"""

from scipy import ndimage


def undo_shift(img, voxels):
    values = ndimage.shift(img.get_fdata(), [-float(v) for v in voxels], order=0, mode="nearest")
    return nib.Nifti1Image(values, img.affine, img.header)
