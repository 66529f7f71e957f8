"""255 in place of 1, as in a picture.

fails: save_mask_example, save_mask_values, save_mask_input
says: 255 in place of 1
"""

def save_mask(mask, like, path):
    header = like.header.copy()
    header.set_data_dtype(np.uint8)
    nib.save(nib.Nifti1Image(np.where(mask, 255, 0).astype(np.uint8), like.affine, header), path)
