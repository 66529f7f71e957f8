"""The image's affine is mirrored and written as sform; the qform stays.

fails: flip_left_right_header
says: sform and qform agreed before
"""

def flip_left_right(img):
    flipped = nib.Nifti1Image(np.asanyarray(img.dataobj), img.affine, img.header)
    flipped.set_sform(np.diag([-1, 1, 1, 1]) @ img.affine, int(img.header["sform_code"]))
    return flipped
