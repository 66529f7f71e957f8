# right: unit from the lowest three bits, sizes from the diagonal of M'M, returned as a list of Python floats
def voxel_sizes(img):
    """Return how far apart neighbouring voxels are along each of the three voxel axes.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D or more

    Returns
    -------
    (3,) array, list or tuple, mm
        Taken from the image's affine, which is right where sform and qform differ. The header's
        spatial unit may be meter, mm, micron or unknown; unknown is taken as mm.
    """
    power = {1: 3, 3: -3}.get(int(img.header["xyzt_units"]) & 7, 0)
    M = np.asarray(img.affine)[:3, :3]
    gram = M.T @ M
    return [float(gram[n, n]) ** 0.5 * 10.0**power for n in range(3)]
