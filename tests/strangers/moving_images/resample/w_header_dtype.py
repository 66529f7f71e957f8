# wrong: the header's int16 is handed on; shows on int16 images: dtype on disk, and values rounded to a slope
from scipy import ndimage


def resample(img, affine, shape):
    pull = np.linalg.inv(img.affine) @ affine
    values = ndimage.affine_transform(img.get_fdata(), pull, output_shape=tuple(shape), order=1)
    new = nib.Nifti1Image(values, affine, img.header)
    new.set_sform(affine, int(img.header["sform_code"]))
    new.set_qform(affine, int(img.header["qform_code"]))
    return new
