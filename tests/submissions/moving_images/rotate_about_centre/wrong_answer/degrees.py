"""The angle is taken for degrees (misconception 52).

fails: rotate_about_centre_example, rotate_about_centre_plain, rotate_about_centre_oblique, rotate_about_centre_edges
says: an angle in degrees
"""

from scipy import ndimage


def rotate_about_centre(img, axis, radians):
    c, s = np.cos(np.deg2rad(radians)), np.sin(np.deg2rad(radians))
    rotation = {
        "x": [[1, 0, 0], [0, c, -s], [0, s, c]],
        "y": [[c, 0, s], [0, 1, 0], [-s, 0, c]],
        "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]],
    }[axis]
    centre = nib.affines.apply_affine(img.affine, (np.array(img.shape) - 1) / 2)
    turn = nib.affines.from_matvec(rotation, centre - rotation @ centre)
    pull = np.linalg.inv(img.affine) @ np.linalg.inv(turn) @ img.affine
    values = ndimage.affine_transform(img.get_fdata(), pull, order=1)
    return nib.Nifti1Image(values, img.affine, img.header, dtype=np.float64)
