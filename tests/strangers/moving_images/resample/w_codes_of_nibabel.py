# wrong: the codes are what Nifti1Image makes of them, sform 2 and qform 0; shows for every other pair of codes
from scipy import ndimage


def resample(img, affine, shape):
    pull = np.linalg.inv(img.affine) @ affine
    values = ndimage.affine_transform(img.get_fdata(), pull, output_shape=tuple(shape), order=1)
    return nib.Nifti1Image(values, affine, img.header, dtype=np.float64)
