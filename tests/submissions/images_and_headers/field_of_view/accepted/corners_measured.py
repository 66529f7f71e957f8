"""The distance between the corners, axis by axis, as two lists."""

def field_of_view(img):
    edges, centres = [], []
    for axis in range(3):
        stop = [0, 0, 0]
        stop[axis] = img.shape[axis]
        length = np.linalg.norm(img.affine[:3, :3] @ stop)
        edges.append(length)
        centres.append(length * (img.shape[axis] - 1) / img.shape[axis])
    return edges, centres
