# wrong: the y matrix has the signs of the other two; shows for axis 'y' alone
from scipy import ndimage


def rotate_about_centre(img, axis, radians):
    i, j = {"x": (1, 2), "y": (0, 2), "z": (0, 1)}[axis]
    R = np.eye(3)
    R[i, i] = R[j, j] = np.cos(radians)
    R[i, j], R[j, i] = -np.sin(radians), np.sin(radians)
    centre = nib.affines.apply_affine(img.affine, (np.array(img.shape) - 1) / 2)
    move = nib.affines.from_matvec(np.eye(3), centre) @ nib.affines.from_matvec(R) @ nib.affines.from_matvec(np.eye(3), -centre)
    pull = np.linalg.inv(img.affine) @ np.linalg.inv(move) @ img.affine
    values = ndimage.affine_transform(img.get_fdata(), pull, order=1)
    return nib.Nifti1Image(values, img.affine, img.header, dtype=np.float64)
