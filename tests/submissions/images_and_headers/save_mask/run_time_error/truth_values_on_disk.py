"""An array of truth values, for which NIfTI has no type (misconception 15).

fails: save_mask_example, save_mask_values, save_mask_grid, save_mask_input
says: HeaderDataError
"""

def save_mask(mask, like, path):
    nib.save(nib.Nifti1Image(mask, like.affine), path)
