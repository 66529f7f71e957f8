"""The header of the image keeps its own dtype on disk (misconception 14).

fails: save_mask_values
says: a header that keeps the dtype of the image
"""

def save_mask(mask, like, path):
    nib.save(nib.Nifti1Image(mask.astype(np.uint8), like.affine, like.header), path)
