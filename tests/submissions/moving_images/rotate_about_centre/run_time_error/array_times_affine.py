"""The tutorial's np.dot(data, affine) (misconception 59).

fails: rotate_about_centre_example, rotate_about_centre_plain, rotate_about_centre_oblique, rotate_about_centre_edges
says: ValueError
"""

def rotate_about_centre(img, axis, radians):
    turn = nib.affines.from_matvec(nib.eulerangles.euler2mat(**{axis: radians}))
    return nib.Nifti1Image(np.dot(img.get_fdata(), turn), img.affine, img.header)
