"""The tutorial's np.dot(data, affine): the last axis is not 4 long (misconception 59).

fails: translate_example, translate_plain, translate_two_frames, translate_stored_numbers
says: ValueError
"""

def translate(img, mm):
    move = nib.affines.from_matvec(np.eye(3), mm)
    return nib.Nifti1Image(np.dot(img.get_fdata(), move), img.affine, img.header)
