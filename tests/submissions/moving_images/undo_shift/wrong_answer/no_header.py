"""A new image of floats, without the header.

fails: undo_shift_header
says: code is not what it was
"""

from scipy import ndimage


def undo_shift(img, voxels):
    return nib.Nifti1Image(ndimage.shift(img.get_fdata(), [-float(v) for v in voxels], order=0), img.affine)
