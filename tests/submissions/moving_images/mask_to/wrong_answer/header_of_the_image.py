"""The header of the image brings the image's dtype along.

fails: mask_to_edges
says: the dtype on disk is not that of the mask
"""

from scipy import ndimage


def mask_to(mask, img):
    pull = np.linalg.inv(mask.affine) @ img.affine
    labels = ndimage.affine_transform(np.asanyarray(mask.dataobj), pull, output_shape=img.shape, order=0)
    return nib.Nifti1Image(labels, img.affine, img.header)
