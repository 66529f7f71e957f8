"""The distance between two opposite corners along x, y and z.

fails: field_of_view_oblique
says: two corners along x, y and z
"""

def field_of_view(img):
    counts = np.array(img.shape[:3])
    matrix = img.affine[:3, :3]
    return abs(matrix @ counts), abs(matrix @ (counts - 1))
