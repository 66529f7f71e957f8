"""Edges and centres exchanged (misconception 13).

fails: field_of_view_example, field_of_view_plain, field_of_view_oblique
says: edges and centres exchanged
"""

def field_of_view(img):
    counts = np.array(img.shape[:3])
    sizes = nib.affines.voxel_sizes(img.affine)
    return (counts - 1) * sizes, counts * sizes
