"""resample_img with a 4 x 4 affine and no shape chooses a box of its own (misconception 67).

fails: resample_example, resample_plain, resample_oblique, resample_edges
says: shape
"""

from nilearn.image import resample_img


def resample(img, affine, shape):
    floats = nib.Nifti1Image(img.get_fdata(), img.affine)
    return resample_img(floats, target_affine=affine, interpolation="linear", force_resample=True, copy_header=True)
