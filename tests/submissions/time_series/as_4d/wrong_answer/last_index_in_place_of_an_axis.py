"""`[..., 0]`, which keeps the first volume and drops the others (misconception 80).

fails: as_4d_example, as_4d_plain, as_4d_header, as_4d_refuses
says: one volume in place of one axis
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    return nib.Nifti1Image(img.get_fdata()[..., 0], img.affine, img.header)
