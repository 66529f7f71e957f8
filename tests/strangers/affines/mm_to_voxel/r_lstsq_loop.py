# right: place by place with lstsq; same_place looks for the nearest of the 27 voxels about the cut-off one
import itertools


def mm_to_voxel(affine, points):
    points = np.asarray(points, dtype=float)
    out = np.zeros_like(points)
    for n in np.ndindex(points.shape[:-1]):
        out[n] = np.linalg.lstsq(affine, np.append(points[n], 1.0), rcond=None)[0][:3]
    return out


def same_place(affine_a, ijk, affine_b):
    place = mm_to_voxel(affine_b, (affine_a @ [*ijk, 1])[:3])
    about = place.astype(int)
    steps = itertools.product((-1, 0, 1), repeat=3)
    return min((tuple(about + step) for step in steps), key=lambda v: np.sum((place - v) ** 2))
