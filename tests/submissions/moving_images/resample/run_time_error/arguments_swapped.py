"""apply_affine takes the affine first (misconception 30).

fails: resample_example, resample_plain, resample_oblique, resample_edges
says: it stopped with
"""

from scipy import ndimage



def resample(img, affine, shape):
    ijk = np.array(list(np.ndindex(*shape)))
    back = nib.affines.apply_affine(ijk, np.linalg.inv(img.affine) @ affine)
    values = ndimage.map_coordinates(img.get_fdata(), back.T, order=1)
    return nib.Nifti1Image(values.reshape(shape), affine)
