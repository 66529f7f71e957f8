"""The header copied by nibabel, the dtype given to the new image and to its header."""

def save_mask(mask, like, path):
    out = nib.Nifti1Image(mask.view(np.uint8), like.affine, like.header, dtype="uint8")
    out.header.set_slope_inter(1, 0)
    nib.save(out, path)
    return path
