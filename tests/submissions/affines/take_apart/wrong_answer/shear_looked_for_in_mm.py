"""Right angles are asked of the columns in mm, so that slight shear of small voxels slips through.

fails: take_apart_shear
says: voxels of half a mm
"""

def take_apart(affine):
    matrix = affine[:3, :3].astype(float)
    zooms = np.linalg.norm(matrix, axis=0)
    gram = matrix.T @ matrix
    if np.abs(gram - np.diag(np.diag(gram))).max() > 1e-3:
        raise ValueError("shear")
    return affine[:3, 3], matrix / zooms, zooms
