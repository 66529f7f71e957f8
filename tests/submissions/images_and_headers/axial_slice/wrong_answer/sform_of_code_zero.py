"""The sform turns the image, also where its code is 0 and the qform rules.

fails: axial_slice_turned
says: a qform alone
"""

def axial_slice(img, k):
    sform = img.header.get_sform()
    if not np.any(sform[:3, :3]):
        sform = np.eye(4)
    turned = nib.as_closest_canonical(nib.Nifti1Image(img.get_fdata(), sform))
    return turned.get_fdata()[:, :, k]
