# wrong: labels are cast to uint8; shows for labels above 255 and for masks of another dtype on disk
from scipy import ndimage


def mask_to(mask, img):
    pull = np.linalg.inv(mask.affine) @ img.affine
    labels = ndimage.affine_transform(mask.get_fdata(), pull, output_shape=img.shape, order=0, mode="grid-constant")
    return nib.Nifti1Image(labels.astype(np.uint8), img.affine)
