"""The sizes sorted into the order x, y, z, the counts left in the order of the file.

fails: field_of_view_oblique
says: numbers are wrong
"""

def field_of_view(img):
    counts = np.array(img.shape[:3])
    sizes = nib.affines.voxel_sizes(nib.as_closest_canonical(img).affine)
    return counts * sizes, (counts - 1) * sizes
