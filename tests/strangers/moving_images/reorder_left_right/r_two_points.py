# right: measures with points: steps one voxel along each axis in mm, takes the direction that is most along x; flips by a reversed index list
def reorder_left_right(img):
    def place(*ijk):
        return nib.affines.apply_affine(img.affine, ijk)

    steps = [place(*row) - place(0, 0, 0) for row in np.eye(3)]
    axis = max(range(3), key=lambda n: abs(steps[n][0]) / np.hypot(steps[n][1], steps[n][2]) if np.any(steps[n][1:]) else np.inf)
    n = img.shape[axis]
    end = np.zeros(3)
    end[axis] = n - 1
    affine = np.eye(4)
    affine[:3, :3] = np.transpose([s if k != axis else -s for k, s in enumerate(steps)])
    affine[:3, 3] = place(*end)

    stored = np.take(img.dataobj.get_unscaled(), list(range(n))[::-1], axis=axis)
    out = nib.Nifti1Image(stored, img.affine, img.header)
    for setter, getter in ((out.set_sform, img.get_sform), (out.set_qform, img.get_qform)):
        code = int(getter(coded=True)[1])
        if code > 0:
            setter(affine, code)
    out.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return out
