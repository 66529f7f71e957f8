# right: nibabel's Euler angles; moves the affine of a floating-point copy (the head turns by the affine), then resample_from_to its old grid
from nibabel.eulerangles import euler2mat
from nibabel.processing import resample_from_to


def rotate_about_centre(img, axis, radians):
    if axis not in ("x", "y", "z"):
        raise ValueError(axis)
    R = euler2mat(**{axis: radians})
    A = img.affine
    c = A[:3, :3] @ ((np.array(img.shape) - 1) / 2) + A[:3, 3]
    turned_affine = np.eye(4)
    turned_affine[:3, :3] = R @ A[:3, :3]
    turned_affine[:3, 3] = R @ (A[:3, 3] - c) + c
    turned = nib.Nifti1Image(img.get_fdata(), turned_affine)
    back = resample_from_to(turned, (img.shape, A), order=1)
    return nib.Nifti1Image(back.get_fdata(), A, img.header, dtype=np.float64)
