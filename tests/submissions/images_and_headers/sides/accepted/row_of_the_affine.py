"""x from the first row of the affine; the axis from the largest direction cosine in that row (way R4)."""

def points_left(img):
    row = img.affine[0, :3]
    axis = int(np.argmax(np.abs(row) / np.sqrt((img.affine[:3, :3] ** 2).sum(axis=0))))
    return axis, -int(np.sign(row[axis]))


def side_of(img, ijk):
    header = img.header
    code = header["sform_code"] if header["sform_code"] > 0 else header["qform_code"]
    if not 3 <= code <= 5:
        raise ValueError("not a template")
    matrix = img.affine[:3, :3]
    x = float(matrix[0] @ np.asarray(ijk) + img.affine[0, 3])
    column = matrix[:, np.argmax(np.abs(matrix[0]) / np.sqrt((matrix**2).sum(axis=0)))]
    if 2 * abs(x) <= np.sqrt(column @ column):
        return "midline"
    return "right" if x > 0 else "left"
