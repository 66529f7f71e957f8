"""The affine is changed, and it was right.

fails: undo_shift_example, undo_shift_plain, undo_shift_mixed, undo_shift_header
says: numbers are wrong
"""

def undo_shift(img, voxels):
    back = nib.affines.from_matvec(np.eye(3), [-float(v) for v in voxels])
    return nib.Nifti1Image(np.asanyarray(img.dataobj), img.affine @ back, img.header)
