# wrong: same_place "repairs" negative indices to 0: places outside of B on the negative side
def mm_to_voxel(affine, points):
    back = np.linalg.inv(affine)
    return np.asarray(points) @ back[:3, :3].T + back[:3, 3]


def same_place(affine_a, ijk, affine_b):
    place = np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1]
    return np.maximum(np.rint(place[:3]).astype(int), 0)
