"""The dtype is set in the image's own header, which is then no longer the image's.

fails: save_mask_input
says: it changed its input
"""

def save_mask(mask, like, path):
    header = like.header
    header.set_data_dtype(np.uint8)
    nib.save(nib.Nifti1Image(mask.astype(np.uint8), like.affine, header), path)
