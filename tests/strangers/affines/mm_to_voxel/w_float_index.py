# wrong: same_place rounds but returns floats, with which no array can be indexed: every call
def mm_to_voxel(affine, points):
    back = np.linalg.inv(affine)
    return np.asarray(points) @ back[:3, :3].T + back[:3, 3]


def same_place(affine_a, ijk, affine_b):
    place = np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1]
    return np.round(place[:3])
