"""The array axis with the longest step is taken, not the one whose direction is closest.

fails: axial_slice_turned
says: longest voxels
"""

def axial_slice(img, k):
    M = img.affine[:3, :3]
    order = [int(np.argmax(np.abs(M[row]))) for row in range(3)]
    if sorted(order) != [0, 1, 2]:
        left_over = (set(range(3)) - set(order[:2])).pop()
        order[2] = left_over
    values = img.get_fdata()
    if len(set(order)) == 3:
        values = values.transpose(order)
    for row in range(3):
        if M[row, order[row]] < 0:
            values = np.flip(values, axis=row)
    return values[:, :, k]
