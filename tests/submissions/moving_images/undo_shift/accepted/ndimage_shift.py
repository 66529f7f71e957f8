"""ndimage.shift by the opposite, order 0, constant 0."""

from scipy import ndimage


def undo_shift(img, voxels):
    back = [-float(v) for v in voxels]
    values = ndimage.shift(img.get_fdata(), back, order=0, mode="constant", cval=0)
    return nib.Nifti1Image(values, img.affine, img.header)
