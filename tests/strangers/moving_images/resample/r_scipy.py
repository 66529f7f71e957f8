# right: affine_transform with the homogeneous 4 x 4 matrix; float64; codes restored by hand
from scipy import ndimage


def resample(img, affine, shape):
    affine = np.asarray(affine, dtype=float)
    pull = np.linalg.inv(img.affine) @ affine
    values = ndimage.affine_transform(img.get_fdata(), pull, output_shape=tuple(int(n) for n in shape), order=1)
    new = nib.Nifti1Image(values, affine, img.header, dtype=np.float64)
    new.set_sform(affine, int(img.header["sform_code"]))
    new.set_qform(affine, int(img.header["qform_code"]))
    return new
