"""`np.squeeze` of the one axis, and the step written straight into pixdim."""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    header = img.header.copy()
    values = np.squeeze(np.asarray(img.dataobj), axis=3)
    header.set_data_shape(values.shape)
    header["pixdim"][4] = img.header["pixdim"][5]
    return nib.Nifti1Image(values, img.affine, header)
