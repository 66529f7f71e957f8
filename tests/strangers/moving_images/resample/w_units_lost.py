# wrong: a new header without units; shows on images whose file names units (all but those with 'unknown')
from scipy import ndimage


def resample(img, affine, shape):
    pull = np.linalg.inv(img.affine) @ affine
    values = ndimage.affine_transform(img.get_fdata(), pull, output_shape=tuple(shape), order=1)
    new = nib.Nifti1Image(values, affine)
    new.set_sform(affine, int(img.header["sform_code"]))
    new.set_qform(affine, int(img.header["qform_code"]))
    return new
