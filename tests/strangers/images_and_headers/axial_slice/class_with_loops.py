# right: a class that maps RAS indices to file indices, and two loops that read voxel by voxel
class RasBox:
    """The voxels of an image, indexed as if it were stored in the order RAS."""

    def __init__(self, img):
        self.values = img.get_fdata()
        codes = nib.aff2axcodes(img.affine)
        self.axis, self.turned = [], []
        for positive, negative in ("RL", "AP", "SI"):
            letter = positive if positive in codes else negative
            self.axis.append(codes.index(letter))
            self.turned.append(letter == negative)
        self.shape = tuple(img.shape[axis] for axis in self.axis)

    def __getitem__(self, xyz):
        ijk = [0, 0, 0]
        for n, axis, turned in zip(xyz, self.axis, self.turned):
            ijk[axis] = self.values.shape[axis] - 1 - n if turned else n
        return self.values[tuple(ijk)]


def axial_slice(img, k):
    """Cut an axial slice out of an image, whatever the order of the axes in its file.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D
        Its sform or qform code is above 0, and no voxel axis comes near 45 degrees to x, y or z.
    k : int, voxels
        0 or more: the number of the slice, counted from the inferior end along the voxel axis
        that lies closest to the inferior-superior direction. The lowest slice is number 0.

    Returns
    -------
    (x, y) array
        The scaled values. The first index grows towards the patient's right, the second towards
        the front: what the slice would be if the file were stored in the order RAS.
    """
    box = RasBox(img)
    nx, ny, nz = box.shape
    if not 0 <= k < nz:
        raise IndexError(f"slice {k} of {nz}")
    return np.array([[box[x, y, int(k)] for y in range(ny)] for x in range(nx)])
