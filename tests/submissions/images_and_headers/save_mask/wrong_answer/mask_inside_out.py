"""The mask turned inside out in place, to make a background.

fails: save_mask_values, save_mask_input
says: the mask turned inside out
"""

def save_mask(mask, like, path):
    header = like.header.copy()
    header.set_data_dtype(np.uint8)
    np.logical_not(mask, out=mask)
    nib.save(nib.Nifti1Image(mask.astype(np.uint8), like.affine, header), path)
