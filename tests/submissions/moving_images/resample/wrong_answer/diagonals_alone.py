"""Only zooms and origins are used, as if no image were oblique (misconceptions 3 and 35).

fails: resample_oblique, resample_edges
says: numbers are wrong
"""

from scipy import ndimage



def resample(img, affine, shape):
    old, new = np.diag(img.affine)[:3], np.diag(affine)[:3]
    offset = (affine[:3, 3] - img.affine[:3, 3]) / old
    values = ndimage.affine_transform(img.get_fdata(), new / old, offset=offset, output_shape=tuple(shape), order=1)
    resampled = nib.Nifti1Image(values, affine, img.header, dtype=np.float64)
    resampled.set_sform(affine, int(img.header["sform_code"]))
    resampled.set_qform(affine, int(img.header["qform_code"]))
    return resampled
