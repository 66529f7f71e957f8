"""The 3 x 3 part alone: both grids are taken to begin at the same place (misconception 25).

fails: resample_example, resample_plain, resample_oblique, resample_edges
says: numbers are wrong
"""

from scipy import ndimage


def resample(img, affine, shape):
    pull = (np.linalg.inv(img.affine) @ affine)[:3, :3]
    values = ndimage.affine_transform(img.get_fdata(), pull, output_shape=tuple(shape), order=1)
    resampled = nib.Nifti1Image(values, affine, img.header, dtype=np.float64)
    resampled.set_sform(affine, int(img.header["sform_code"]))
    resampled.set_qform(affine, int(img.header["qform_code"]))
    return resampled
