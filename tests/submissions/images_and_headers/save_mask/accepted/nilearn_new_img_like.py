"""nilearn's new_img_like of a mask of bytes, its dtype set before saving."""

from nilearn.image import index_img, new_img_like


def save_mask(mask, like, path):
    volume = index_img(like, 0) if like.ndim == 4 else like
    out = new_img_like(volume, mask.astype(np.uint8), copy_header=True)
    out.set_data_dtype(np.uint8)
    for form in ("sform", "qform"):
        affine, code = getattr(like.header, f"get_{form}")(coded=True)
        getattr(out, f"set_{form}")(affine, code)
    out.header.set_xyzt_units(*like.header.get_xyzt_units())
    nib.save(out, path)
