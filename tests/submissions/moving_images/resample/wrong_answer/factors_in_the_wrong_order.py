"""A @ inv(B) for inv(B) @ A (misconception 39).

fails: resample_example, resample_plain, resample_oblique, resample_edges
says: numbers are wrong
"""

from scipy import ndimage


def resample(img, affine, shape):
    pull = affine @ np.linalg.inv(img.affine)
    values = ndimage.affine_transform(img.get_fdata(), pull, output_shape=tuple(shape), order=1)
    resampled = nib.Nifti1Image(values, affine, img.header, dtype=np.float64)
    resampled.set_sform(affine, int(img.header["sform_code"]))
    resampled.set_qform(affine, int(img.header["qform_code"]))
    return resampled
