# right: plain loops, the angle between each pair of axes in radians against a quarter turn
import itertools
import math


def take_apart(affine):
    columns = [[float(affine[row, col]) for row in range(3)] for col in range(3)]
    zooms = [math.hypot(*column) for column in columns]
    directions = [[x / zoom for x in column] for column, zoom in zip(columns, zooms)]
    for one, other in itertools.combinations(directions, 2):
        angle = math.acos(sum(x * y for x, y in zip(one, other)))
        if abs(angle - math.pi / 2) > 1e-4:
            raise ValueError(f"two voxel axes make {math.degrees(angle):.3f} degrees")
    return np.array([affine[row, 3] for row in range(3)]), np.array(directions).T, np.array(zooms)
