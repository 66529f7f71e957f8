"""A @ inv(B) for inv(B) @ A (misconception 39).

fails: mask_to_plain, mask_to_oblique, mask_to_edges
says: numbers are wrong
"""

from scipy import ndimage


def mask_to(mask, img):
    pull = img.affine @ np.linalg.inv(mask.affine)
    labels = ndimage.affine_transform(np.asanyarray(mask.dataobj), pull, output_shape=img.shape, order=0)
    return nib.Nifti1Image(labels, img.affine, mask.header)
