"""nibabel's `squeeze_image`, which takes away only trailing axes (misconception 79).

fails: as_4d_example, as_4d_plain, as_4d_header, as_4d_refuses
says: leaving all five axes
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    return nib.squeeze_image(img)
