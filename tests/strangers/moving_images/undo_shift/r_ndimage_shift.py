# right: ndimage.shift by -voxels with order 0; unscaled files stay whole numbers, scaled ones are saved by value (all of them, and the 0, to half a new step)
from scipy import ndimage


def undo_shift(img, voxels):
    values = ndimage.shift(np.asarray(img.dataobj), [-int(v) for v in voxels], order=0, mode="constant", cval=0.0)
    return nib.Nifti1Image(values, img.affine, img.header)
