"""The axes are put in order, but the slice is counted from the end where the file begins.

fails: axial_slice_turned
says: counting the slices from the top
"""

def axial_slice(img, k):
    ornt = nib.io_orientation(img.affine)
    values = nib.as_closest_canonical(img).get_fdata()
    vertical = int(np.flatnonzero(ornt[:, 0] == 2)[0])
    return values[:, :, k if ornt[vertical, 1] > 0 else -1 - k]
