"""The orientation computed and applied by nibabel's functions, as a list of lists."""

def axial_slice(img, k):
    ornt = nib.io_orientation(img.affine)
    return nib.apply_orientation(img.get_fdata(), ornt)[:, :, k].tolist()
