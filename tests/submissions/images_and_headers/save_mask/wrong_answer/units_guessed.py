"""Units of mm and sec for every image.

fails: save_mask_grid
says: other units than the image
"""

def save_mask(mask, like, path):
    header = like.header.copy()
    header.set_data_dtype(np.uint8)
    header.set_xyzt_units("mm", "sec")
    nib.save(nib.Nifti1Image(mask.astype(np.uint8), like.affine, header), path)
