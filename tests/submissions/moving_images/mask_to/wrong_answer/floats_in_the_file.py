"""Labels kept as float64 in a file without the mask's header.

fails: mask_to_edges
says: the dtype on disk is not that of the mask
"""

from scipy import ndimage


def mask_to(mask, img):
    pull = np.linalg.inv(mask.affine) @ img.affine
    labels = ndimage.affine_transform(mask.get_fdata(), pull, output_shape=img.shape, order=0)
    return nib.Nifti1Image(labels, img.affine)
