"""An integer array goes in, so an integer array comes out.

fails: resample_edges
says: an integer image
"""

from scipy import ndimage


def resample(img, affine, shape):
    pull = np.linalg.inv(img.affine) @ affine
    values = ndimage.affine_transform(np.asanyarray(img.dataobj), pull, output_shape=tuple(shape), order=1)
    resampled = nib.Nifti1Image(values, affine, img.header, dtype=np.float64)
    resampled.set_sform(affine, int(img.header["sform_code"]))
    resampled.set_qform(affine, int(img.header["qform_code"]))
    return resampled
