# wrong: np.asanyarray(img.dataobj) is int16 for an unscaled int16 file, so values are rounded before they become floats; shows on unscaled whole-number files only
from scipy import ndimage


def resample(img, affine, shape):
    pull = np.linalg.inv(img.affine) @ affine
    values = ndimage.affine_transform(np.asanyarray(img.dataobj), pull, output_shape=tuple(shape), order=1)
    new = nib.Nifti1Image(values.astype(np.float64), affine, img.header, dtype=np.float64)
    new.set_sform(affine, int(img.header["sform_code"]))
    new.set_qform(affine, int(img.header["qform_code"]))
    return new
