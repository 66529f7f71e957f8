"""ndimage.rotate works on voxels, in degrees, whatever the affine says.

fails: rotate_about_centre_plain, rotate_about_centre_oblique, rotate_about_centre_edges
says: numbers are wrong
"""

from scipy import ndimage


def rotate_about_centre(img, axis, radians):
    plane = {"x": (2, 1), "y": (0, 2), "z": (1, 0)}[axis]
    values = ndimage.rotate(img.get_fdata(), np.rad2deg(radians), axes=plane, reshape=False, order=1)
    return nib.Nifti1Image(values, img.affine, img.header, dtype=np.float64)
