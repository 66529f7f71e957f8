# wrong: same_place cuts off towards zero instead of rounding: places with a fraction above 0.5, or between -1 and -0.5
def mm_to_voxel(affine, points):
    back = np.linalg.inv(affine)
    return np.asarray(points) @ back[:3, :3].T + back[:3, 3]


def same_place(affine_a, ijk, affine_b):
    place = np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1]
    return place[:3].astype(int)
