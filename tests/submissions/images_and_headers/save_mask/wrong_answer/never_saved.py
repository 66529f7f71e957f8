"""The image is made, returned and never saved.

fails: save_mask_example, save_mask_values, save_mask_grid, save_mask_input
says: there is no file
"""

def save_mask(mask, like, path):
    header = like.header.copy()
    header.set_data_dtype(np.uint8)
    return nib.Nifti1Image(mask.astype(np.uint8), like.affine, header)
