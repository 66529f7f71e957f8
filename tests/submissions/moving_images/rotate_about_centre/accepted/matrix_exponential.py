"""The rotation as the exponential of a skew matrix; nilearn does the resampling."""

from nilearn.image import resample_img
from scipy.linalg import expm


def rotate_about_centre(img, axis, radians):
    skew = {
        "x": np.array([[0, 0, 0], [0, 0, -1], [0, 1, 0]]),
        "y": np.array([[0, 0, 1], [0, 0, 0], [-1, 0, 0]]),
        "z": np.array([[0, -1, 0], [1, 0, 0], [0, 0, 0]]),
    }[axis]
    rotation = expm(radians * skew)
    centre = nib.affines.apply_affine(img.affine, (np.array(img.shape) - 1) / 2)
    turned = nib.affines.from_matvec(rotation, centre - rotation @ centre) @ img.affine
    moved = resample_img(
        nib.Nifti1Image(img.get_fdata(), turned),
        target_affine=img.affine,
        target_shape=img.shape,
        interpolation="linear",
        force_resample=True,
        copy_header=True,
    )
    header = img.header.copy()
    header.set_data_dtype(float)
    return nib.Nifti1Image(moved.get_fdata(), img.affine, header)
