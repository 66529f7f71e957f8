"""np.roll: what leaves on one side comes in on the other (misconception 60).

fails: undo_shift_plain, undo_shift_mixed, undo_shift_header
says: wrap around to the other edge
"""

def undo_shift(img, voxels):
    back = tuple(-int(v) for v in voxels)
    values = np.roll(np.asanyarray(img.dataobj), back, axis=(0, 1, 2))
    return nib.Nifti1Image(values, img.affine, img.header)
