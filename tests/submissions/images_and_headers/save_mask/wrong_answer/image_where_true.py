"""The image itself where the mask is True.

fails: save_mask_example, save_mask_values, save_mask_input
says: the image where the mask is True
"""

def save_mask(mask, like, path):
    values = like.get_fdata()
    values = values[..., 0] if values.ndim == 4 else values
    nib.save(nib.Nifti1Image(values * mask, like.affine, like.header), path)
