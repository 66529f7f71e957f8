"""The unit matrix for an affine.

fails: save_mask_grid
says: the unit matrix
"""

def save_mask(mask, like, path):
    header = like.header.copy()
    header.set_data_dtype(np.uint8)
    nib.save(nib.Nifti1Image(mask.astype(np.uint8), np.eye(4), header), path)
