"""The axes exchanged into the order x, y, z, and none of them reversed.

fails: axial_slice_example, axial_slice_turned
says: axial_slice, given
"""

def axial_slice(img, k):
    ornt = nib.io_orientation(img.affine)
    return np.transpose(img.get_fdata(), np.argsort(ornt[:, 0]))[:, :, k]
