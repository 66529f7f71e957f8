"""An array of 64-bit integers, which nibabel refuses to guess about (misconception 15).

fails: save_mask_example, save_mask_values, save_mask_grid, save_mask_input
says: it stopped with ValueError
"""

def save_mask(mask, like, path):
    nib.save(nib.Nifti1Image(mask.astype(int), like.affine), path)
