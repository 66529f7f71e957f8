# wrong: the centre is voxel n // 2; half a voxel off along every axis of even length
from scipy import ndimage


def rotate_about_centre(img, axis, radians):
    c, s = np.cos(radians), np.sin(radians)
    R = {
        "x": [[1, 0, 0], [0, c, -s], [0, s, c]],
        "y": [[c, 0, s], [0, 1, 0], [-s, 0, c]],
        "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]],
    }[axis]
    centre = nib.affines.apply_affine(img.affine, [n // 2 for n in img.shape])
    move = nib.affines.from_matvec(np.eye(3), centre) @ nib.affines.from_matvec(R) @ nib.affines.from_matvec(np.eye(3), -centre)
    pull = np.linalg.inv(img.affine) @ np.linalg.inv(move) @ img.affine
    values = ndimage.affine_transform(img.get_fdata(), pull, order=1)
    return nib.Nifti1Image(values, img.affine, img.header, dtype=np.float64)
