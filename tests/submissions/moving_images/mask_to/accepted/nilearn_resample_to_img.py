"""nilearn's resample_to_img with interpolation nearest."""

from nilearn.image import resample_to_img


def mask_to(mask, img):
    return resample_to_img(mask, img, interpolation="nearest", force_resample=True, copy_header=True)
