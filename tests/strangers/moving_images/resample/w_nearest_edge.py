# wrong: mode="nearest" smears the edge voxels outwards; shows where the new grid reaches out of an image that is not 0 at its edge
from scipy import ndimage


def resample(img, affine, shape):
    pull = np.linalg.inv(img.affine) @ affine
    values = ndimage.affine_transform(img.get_fdata(), pull, output_shape=tuple(shape), order=1, mode="nearest")
    new = nib.Nifti1Image(values, affine, img.header, dtype=np.float64)
    new.set_sform(affine, int(img.header["sform_code"]))
    new.set_qform(affine, int(img.header["qform_code"]))
    return new
