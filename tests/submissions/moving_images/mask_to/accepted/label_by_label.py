"""Each label's own mask, looked up on floats and put together again."""

from scipy import ndimage


def mask_to(mask, img):
    labels = mask.get_fdata()
    pull = np.linalg.inv(mask.affine).dot(img.affine)
    values = np.zeros(img.shape)
    for label in np.unique(labels):
        values += label * ndimage.affine_transform((labels == label).astype(float), pull, output_shape=img.shape, order=0)
    header = mask.header.copy()
    return nib.Nifti1Image(np.round(values).astype(mask.get_data_dtype()), img.affine, header)
