# wrong: float labels saved by value into a whole-number header: nibabel makes a slope; shows with several labels after saving (1 among 1000s becomes 1.007), in memory all is well
from scipy import ndimage


def mask_to(mask, img):
    pull = np.linalg.inv(mask.affine) @ img.affine
    labels = ndimage.affine_transform(mask.get_fdata(), pull, output_shape=img.shape, order=0, mode="grid-constant")
    return nib.Nifti1Image(labels, img.affine, dtype=mask.get_data_dtype())
