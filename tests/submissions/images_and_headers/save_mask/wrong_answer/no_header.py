"""An image made from array and affine alone: its codes are 2 and 0, its units unknown.

fails: save_mask_grid
says: a new header, which says aligned and unknown
"""

def save_mask(mask, like, path):
    nib.save(nib.Nifti1Image(mask.astype(np.uint8), like.affine), path)
