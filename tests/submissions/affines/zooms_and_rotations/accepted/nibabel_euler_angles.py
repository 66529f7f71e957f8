"""nibabel's own euler2mat, one angle at a time."""


def zoom_matrix(p, q, r):
    return nib.affines.from_matvec(np.diag([p, q, r]), [0, 0, 0])[:3, :3]


def rotation_x(gamma):
    return nib.eulerangles.euler2mat(x=gamma)


def rotation_y(phi):
    return nib.eulerangles.euler2mat(y=phi)


def rotation_z(theta):
    return nib.eulerangles.euler2mat(z=theta)
