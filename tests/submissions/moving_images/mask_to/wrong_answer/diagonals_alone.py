"""Zooms and origins alone, as if no image were oblique (misconception 35).

fails: mask_to_oblique, mask_to_edges
says: numbers are wrong
"""

from scipy import ndimage


def mask_to(mask, img):
    pull = np.diag(img.affine)[:3] / np.diag(mask.affine)[:3]
    labels = ndimage.affine_transform(np.asanyarray(mask.dataobj), pull, output_shape=img.shape, offset=(img.affine[:3, 3] - mask.affine[:3, 3]) / np.diag(mask.affine)[:3], order=0)
    return nib.Nifti1Image(labels, img.affine, mask.header)
