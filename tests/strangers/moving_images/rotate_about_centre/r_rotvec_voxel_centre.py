# right: SciPy's Rotation, transposed, conjugated by the 3 x 3 part, about the centre in voxels; float32
from scipy import ndimage
from scipy.spatial.transform import Rotation


def rotate_about_centre(img, axis, radians):
    back = Rotation.from_rotvec(-float(radians) * np.eye(3)["xyz".index(axis)]).as_matrix()
    M = img.affine[:3, :3]
    pull = np.linalg.solve(M, back @ M)
    middle = (np.asarray(img.shape) - 1) / 2
    values = ndimage.affine_transform(
        img.get_fdata(dtype=np.float32), pull, offset=middle - pull @ middle, order=1, mode="constant", cval=0
    )
    header = img.header.copy()
    header.set_data_dtype("float32")
    return nib.Nifti1Image(values, img.affine.copy(), header)
