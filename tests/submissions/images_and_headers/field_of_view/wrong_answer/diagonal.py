"""The diagonal of the affine for voxel sizes (misconception 3).

fails: field_of_view_oblique
says: the diagonal of the affine
"""

def field_of_view(img):
    counts = np.array(img.shape[:3])
    sizes = abs(np.diag(img.affine)[:3])
    return counts * sizes, (counts - 1) * sizes
