"""The affine is turned and nothing is resampled: the grid is not the image's own.

fails: rotate_about_centre_example, rotate_about_centre_plain, rotate_about_centre_oblique, rotate_about_centre_edges
says: the affine
"""

def rotate_about_centre(img, axis, radians):
    rotation = nib.eulerangles.euler2mat(**{axis: radians})
    centre = nib.affines.apply_affine(img.affine, (np.array(img.shape) - 1) / 2)
    turn = nib.affines.from_matvec(rotation, centre - rotation @ centre)
    return nib.Nifti1Image(img.get_fdata(), turn @ img.affine)
