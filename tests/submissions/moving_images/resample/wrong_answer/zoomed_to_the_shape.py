"""ndimage.zoom stretches the old array over the new shape, wherever the grids lie (misconception 65).

fails: resample_example, resample_plain, resample_oblique, resample_edges
says: numbers are wrong
"""

from scipy import ndimage



def resample(img, affine, shape):
    values = ndimage.zoom(img.get_fdata(), np.array(shape) / img.shape, order=1)
    resampled = nib.Nifti1Image(values, affine, img.header, dtype=np.float64)
    resampled.set_sform(affine, int(img.header["sform_code"]))
    resampled.set_qform(affine, int(img.header["qform_code"]))
    return resampled
