# wrong: takes the voxel sizes into account, not where the axes lead; right on straight RAS images, wrong on LAS, permuted, oblique
from scipy import ndimage


def rotate_about_centre(img, axis, radians):
    c, s = np.cos(radians), np.sin(radians)
    R = {
        "x": np.array([[1, 0, 0], [0, c, -s], [0, s, c]]),
        "y": np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]),
        "z": np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]),
    }[axis]
    zooms = np.diag(img.header.get_zooms())
    pull = np.linalg.inv(zooms) @ R.T @ zooms
    centre = (np.array(img.shape) - 1) / 2
    values = ndimage.affine_transform(img.get_fdata(), pull, offset=centre - pull @ centre, order=1)
    return nib.Nifti1Image(values, img.affine, img.header, dtype=np.float64)
