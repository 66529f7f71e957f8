"""Every voxel's place in mm, and from there a voxel of the image; map_coordinates."""

from scipy import ndimage



def resample(img, affine, shape):
    data = np.asarray(img.dataobj).astype(float)
    ijk = np.array(list(np.ndindex(*shape)))
    mm = nib.affines.apply_affine(affine, ijk)
    back = np.linalg.solve(img.affine, np.c_[mm, np.ones(len(mm))].T)[:3]
    values = ndimage.map_coordinates(data, back, order=1, mode="constant", cval=0.0).reshape(shape)
    new = nib.Nifti1Image(values, affine)
    new.header.set_xyzt_units(*img.header.get_xyzt_units())
    new.set_sform(affine, img.get_sform(coded=True)[1])
    new.set_qform(affine, img.get_qform(coded=True)[1])
    return new
