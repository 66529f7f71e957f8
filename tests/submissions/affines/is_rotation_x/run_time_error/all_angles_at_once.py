"""The candidate is handed an array of angles, where one float was promised to it.

fails: is_rotation_x_example, is_rotation_x_right, is_rotation_x_crude, is_rotation_x_subtle
says: it stopped with
"""


def is_rotation_x(candidate):
    angles = np.linspace(-2 * np.pi, 2 * np.pi, 60)
    c, s = np.cos(angles), np.sin(angles)
    right = np.array([[1 + 0 * c, 0 * c, 0 * c], [0 * c, c, -s], [0 * c, s, c]])
    return np.allclose(candidate(angles), right, atol=2e-5)
