"""points @ M where points @ M.T is meant (misconceptions 27 and 28).

fails: resample_oblique
says: numbers are wrong
"""

from scipy import ndimage



def resample(img, affine, shape):
    pull = np.linalg.inv(img.affine) @ affine
    ijk = np.moveaxis(np.indices(tuple(shape)), 0, -1)
    back = ijk @ pull[:3, :3] + pull[:3, 3]
    values = ndimage.map_coordinates(img.get_fdata(), np.moveaxis(back, -1, 0), order=1)
    resampled = nib.Nifti1Image(values, affine, img.header, dtype=np.float64)
    resampled.set_sform(affine, int(img.header["sform_code"]))
    resampled.set_qform(affine, int(img.header["qform_code"]))
    return resampled
