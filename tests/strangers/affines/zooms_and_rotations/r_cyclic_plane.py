# right: one helper that turns in the plane of two numbered axes, angle through the complex exponential
def turn_in_plane(a, b, angle):
    """Axis number a goes towards axis number b."""
    w = np.exp(1j * angle)
    m = np.identity(3)
    m[a, a] = m[b, b] = w.real
    m[b, a], m[a, b] = w.imag, -w.imag
    return m


def zoom_matrix(p, q, r):
    m = np.identity(3)
    for n, f in enumerate([p, q, r]):
        m[n, n] *= f
    return m


rotation_x = lambda gamma: turn_in_plane(1, 2, gamma)
rotation_y = lambda phi: turn_in_plane(2, 0, phi)
rotation_z = lambda theta: turn_in_plane(0, 1, theta)
