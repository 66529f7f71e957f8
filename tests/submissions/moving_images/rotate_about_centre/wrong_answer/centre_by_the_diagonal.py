"""The diagonal of the affine taken for the whole of it when the centre is found (misconception 71).

fails: rotate_about_centre_oblique, rotate_about_centre_edges
says: numbers are wrong
"""

from scipy import ndimage


def rotate_about_centre(img, axis, radians):
    c, s = np.cos(radians), np.sin(radians)
    rotation = {
        "x": [[1, 0, 0], [0, c, -s], [0, s, c]],
        "y": [[c, 0, s], [0, 1, 0], [-s, 0, c]],
        "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]],
    }[axis]
    centre = np.diag(img.affine)[:3] * (np.array(img.shape) - 1) / 2 + img.affine[:3, 3]
    turn = nib.affines.from_matvec(rotation, centre - rotation @ centre)
    pull = np.linalg.inv(img.affine) @ np.linalg.inv(turn) @ img.affine
    values = ndimage.affine_transform(img.get_fdata(), pull, order=1)
    return nib.Nifti1Image(values, img.affine, img.header, dtype=np.float64)
