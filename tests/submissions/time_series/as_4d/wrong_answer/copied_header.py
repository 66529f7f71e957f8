"""The old header as it is: the step of the lost axis becomes the TR (misconception 5).

fails: as_4d_example, as_4d_plain, as_4d_header
says: a copied header
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    return nib.Nifti1Image(img.get_fdata()[:, :, :, 0], img.affine, img.header)
