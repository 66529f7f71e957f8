"""The array is turned about its own axes, in voxels: the voxels are taken for cubes, and the axes for x, y and z.

fails: rotate_about_centre_plain, rotate_about_centre_oblique, rotate_about_centre_edges
says: numbers are wrong
"""

from scipy import ndimage


def rotate_about_centre(img, axis, radians):
    c, s = np.cos(radians), np.sin(radians)
    rotation = np.array(
        {
            "x": [[1, 0, 0], [0, c, -s], [0, s, c]],
            "y": [[c, 0, s], [0, 1, 0], [-s, 0, c]],
            "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]],
        }[axis]
    )
    middle = (np.array(img.shape) - 1) / 2
    values = ndimage.affine_transform(img.get_fdata(), rotation.T, offset=middle - rotation.T @ middle, order=1)
    return nib.Nifti1Image(values, img.affine, img.header, dtype=np.float64)
