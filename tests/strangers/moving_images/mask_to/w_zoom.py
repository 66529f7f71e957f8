# wrong: ndimage.zoom by the ratio of the shapes, affines ignored; shows wherever the two grids don't cover the same box in the same order
from scipy import ndimage


def mask_to(mask, img):
    factors = np.array(img.shape) / mask.shape
    labels = ndimage.zoom(np.asarray(mask.dataobj), factors, order=0, grid_mode=True, mode="grid-constant")
    return nib.Nifti1Image(labels.astype(mask.get_data_dtype()), img.affine, dtype=mask.get_data_dtype())
