# wrong: undoes the turn by the transpose and the zoom in the wrong order (M.T / zoom^2 by the wrong axis): tilted boxes with unequal zooms
def mm_to_voxel(affine, points):
    matrix = affine[:3, :3]
    sizes = np.sqrt((matrix**2).sum(axis=1))
    back = matrix.T / sizes**2
    return (np.asarray(points) - affine[:3, 3]) @ back.T


def same_place(affine_a, ijk, affine_b):
    mm = (affine_a @ [*ijk, 1])[:3]
    return np.rint(mm_to_voxel(affine_b, mm)).astype(int)
