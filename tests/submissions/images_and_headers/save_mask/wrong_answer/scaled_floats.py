"""Floats, with the header of an image of bytes: the file gets a slope (misconception 14).

fails: save_mask_example, save_mask_values
says: a slope or an intercept
"""

def save_mask(mask, like, path):
    header = like.header.copy()
    header.set_data_dtype(np.uint8)
    nib.save(nib.Nifti1Image(mask.astype(float), like.affine, header), path)
