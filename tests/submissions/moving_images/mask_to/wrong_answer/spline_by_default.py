"""affine_transform's default is a cubic spline, and uint8 wraps (misconception 68).

fails: mask_to_example, mask_to_plain, mask_to_oblique, mask_to_edges
says: numbers are wrong
"""

from scipy import ndimage


def mask_to(mask, img):
    pull = np.linalg.inv(mask.affine) @ img.affine
    labels = ndimage.affine_transform(np.asanyarray(mask.dataobj), pull, output_shape=img.shape, cval=0)
    return nib.Nifti1Image(labels, img.affine, mask.header)
