# right: inverse of the affine; same_place through the product of the two, rint, tuple of Python int
def mm_to_voxel(affine, points):
    back = np.linalg.inv(np.asarray(affine, dtype=float))
    return np.asarray(points, dtype=float) @ back[:3, :3].T + back[:3, 3]


def same_place(affine_a, ijk, affine_b):
    b_from_a = np.linalg.inv(affine_b) @ affine_a
    place = b_from_a @ np.append(ijk, 1)
    return tuple(int(index) for index in np.rint(place[:3]))
