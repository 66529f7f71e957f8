"""np.column_stack with a column of ones: good for a table of points and nothing else.

fails: apply_plain, apply_shapes
says: it stopped with ValueError
"""


def apply(affine, points):
    return (np.column_stack([points, np.ones(len(points))]) @ affine.T)[:, :3]
