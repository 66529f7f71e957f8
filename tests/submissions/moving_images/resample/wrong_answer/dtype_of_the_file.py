"""The header is copied with its int16: fractions are stored as scaled whole numbers (misconception 14).

fails: resample_edges
says: a copied header brings its dtype along
"""

from scipy import ndimage


def resample(img, affine, shape):
    pull = np.linalg.inv(img.affine) @ affine
    values = ndimage.affine_transform(img.get_fdata(), pull, output_shape=tuple(shape), order=1)
    resampled = nib.Nifti1Image(values, affine, img.header)
    resampled.set_sform(affine, int(img.header["sform_code"]))
    resampled.set_qform(affine, int(img.header["qform_code"]))
    return resampled
