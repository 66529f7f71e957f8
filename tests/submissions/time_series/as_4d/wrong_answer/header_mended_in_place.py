"""The input's own header is mended, and stays so.

fails: as_4d_header
says: it changed its input
"""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    img.header["pixdim"][4] = img.header["pixdim"][5]
    return nib.Nifti1Image(np.asanyarray(img.dataobj)[:, :, :, 0], img.affine, img.header)
