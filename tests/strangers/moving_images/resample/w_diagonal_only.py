# wrong: ratio of the diagonals and the difference of the origins; right on straight grids of any direction, wrong on permuted and oblique ones
from scipy import ndimage


def resample(img, affine, shape):
    affine = np.asarray(affine, float)
    old = np.diag(img.affine)[:3]
    scale = np.diag(affine)[:3] / old
    offset = (affine[:3, 3] - img.affine[:3, 3]) / old
    values = ndimage.affine_transform(img.get_fdata(), scale, offset=offset, output_shape=tuple(shape), order=1)
    new = nib.Nifti1Image(values, affine, img.header, dtype=np.float64)
    new.set_sform(affine, int(img.header["sform_code"]))
    new.set_qform(affine, int(img.header["qform_code"]))
    return new
