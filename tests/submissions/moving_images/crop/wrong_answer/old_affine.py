"""The array is cropped and the affine kept, so that the head moves (misconception 69).

fails: crop_example, crop_plain, crop_oblique, crop_edges
says: a cropped array beside the old affine
"""

def crop(img, start, stop):
    box = tuple(slice(first, end) for first, end in zip(start, stop))
    return nib.Nifti1Image(np.asanyarray(img.dataobj)[box], img.affine, img.header)
