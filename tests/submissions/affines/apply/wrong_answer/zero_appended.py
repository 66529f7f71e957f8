"""A 0 is appended where a 1 belongs (misconception 26): places are treated as directions.

fails: apply_example, apply_plain, apply_oblique, apply_shapes
says: leaving the translation out
"""


def apply(affine, points):
    zeros = np.zeros((*points.shape[:-1], 1))
    return (np.concatenate([points, zeros], axis=-1) @ affine.T)[..., :3]
