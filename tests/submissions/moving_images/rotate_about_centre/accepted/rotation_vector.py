"""scipy's Rotation from a rotation vector; the pull taken apart into matrix and offset."""

from scipy import ndimage
from scipy.spatial.transform import Rotation


def rotate_about_centre(img, axis, radians):
    vector = np.zeros(3)
    vector["xyz".index(axis)] = radians
    back = Rotation.from_rotvec(-vector).as_matrix()
    middle = (np.asarray(img.shape) - 1) / 2
    M = img.affine[:3, :3]
    matrix = np.linalg.solve(M, back @ M)
    values = ndimage.affine_transform(img.get_fdata(), matrix, offset=middle - matrix @ middle, order=1, cval=0)
    header = img.header.copy()
    header.set_data_dtype(np.float32)
    return nib.Nifti1Image(values.astype(np.float32), img.affine, header)
