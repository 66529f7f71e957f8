"""The affine is turned first, and the turned head resampled onto the image's own grid."""

from nibabel.processing import resample_from_to


def rotate_about_centre(img, axis, radians):
    angles = {"x": 0.0, "y": 0.0, "z": 0.0}
    angles[axis] = radians
    rotation = nib.eulerangles.euler2mat(**angles)
    centre = img.affine @ [*[(n - 1) / 2 for n in img.shape], 1]
    to_origin, back = np.eye(4), np.eye(4)
    to_origin[:3, 3] = -centre[:3]
    back[:3, 3] = centre[:3]
    turned = back @ nib.affines.from_matvec(rotation) @ to_origin @ img.affine
    moved = resample_from_to(nib.Nifti1Image(img.get_fdata(), turned), (img.shape, img.affine), order=1)
    return nib.Nifti1Image(moved.get_fdata(), img.affine, img.header, dtype="float64")
