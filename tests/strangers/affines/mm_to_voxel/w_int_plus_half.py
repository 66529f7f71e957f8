# wrong: int(x + 0.5) rounds up instead of to the nearest below -0.5: places outside of B on the negative side
def mm_to_voxel(affine, points):
    back = np.linalg.inv(affine)
    return np.asarray(points) @ back[:3, :3].T + back[:3, 3]


def same_place(affine_a, ijk, affine_b):
    place = np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1]
    return tuple(int(index + 0.5) for index in place[:3])
