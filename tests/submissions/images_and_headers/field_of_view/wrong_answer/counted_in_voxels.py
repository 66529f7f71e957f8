"""Counts of voxels, not lengths.

fails: field_of_view_example, field_of_view_plain, field_of_view_oblique
says: counts of voxels
"""

def field_of_view(img):
    counts = np.array(img.shape[:3])
    sizes = 1
    return counts * sizes, (counts - 1) * sizes
