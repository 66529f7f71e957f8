# right: QR with the signs put right; shear seen in the upper triangle relative to the column lengths
def take_apart(affine):
    matrix = affine[:3, :3].astype(float)
    q, r = np.linalg.qr(matrix)
    signs = np.sign(np.diag(r))
    rotation, upper = q * signs, signs[:, None] * r
    cosines = np.triu(upper, 1) / np.linalg.norm(matrix, axis=0)
    if (abs(cosines) > 5e-5).any():
        raise ValueError("no rotation: shear")
    return np.array(affine[:3, 3]), rotation, np.diag(upper).copy()
