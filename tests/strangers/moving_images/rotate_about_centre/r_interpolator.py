# right: for each voxel, its mm turned back by -angle (Rodrigues' cross product), looked up by RegularGridInterpolator plane by plane
from scipy.interpolate import RegularGridInterpolator


def rotate_about_centre(img, axis, radians):
    unit = np.zeros(3)
    unit["xyz".find(axis)] = 1.0

    def turn(v, angle):
        along = (v @ unit)[..., None] * unit
        return np.cos(angle) * (v - along) + np.sin(angle) * np.cross(unit, v) + along

    look = RegularGridInterpolator([np.arange(n) for n in img.shape], img.get_fdata(), bounds_error=False, fill_value=0.0)
    centre = img.affine @ np.append((np.array(img.shape) - 1) / 2, 1)
    inverse = np.linalg.inv(img.affine)
    out = np.zeros(img.shape)
    j, k = np.meshgrid(np.arange(img.shape[1]), np.arange(img.shape[2]), indexing="ij")
    for i in range(img.shape[0]):
        ijk = np.stack([np.full(j.shape, i), j, k], axis=-1)
        mm = nib.affines.apply_affine(img.affine, ijk)
        source = turn(mm - centre[:3], -radians) + centre[:3]
        at = nib.affines.apply_affine(inverse, source)
        at = np.where(np.abs(at - np.rint(at)) < 1e-9, np.rint(at), at)  # rounding must not push edges out
        out[i] = look(at)
    print("turned", img.shape, "about", axis)
    return nib.Nifti1Image(out, img.affine, img.header, dtype=np.float64)
