"""A new image whose forms, codes and units are set one by one."""

def save_mask(mask, like, path):
    out = nib.Nifti1Image(np.where(mask, 1, 0).astype("uint8"), like.affine)
    out.set_sform(like.header.get_sform(), int(like.header["sform_code"]))
    out.set_qform(like.header.get_qform(), int(like.header["qform_code"]))
    out.header.set_xyzt_units(*like.header.get_xyzt_units())
    out.to_filename(str(path))
