"""The qform taken for the affine of the image (misconception 11).

fails: save_mask_grid
says: the image's qform
"""

def save_mask(mask, like, path):
    header = like.header.copy()
    header.set_data_dtype(np.uint8)
    out = nib.Nifti1Image(mask.astype(np.uint8), like.get_qform(), header)
    out.set_sform(like.get_qform(), int(like.header["sform_code"]))
    nib.save(out, path)
