"""nilearn's resample_img with target affine and shape, in float32."""

from nilearn.image import resample_img


def resample(img, affine, shape):
    floats = nib.Nifti1Image(img.get_fdata(dtype=np.float32), img.affine)
    new = resample_img(
        floats,
        target_affine=affine,
        target_shape=tuple(shape),
        interpolation="linear",
        force_resample=True,
        copy_header=True,
    )
    header = img.header.copy()
    header.set_data_dtype(np.float32)
    header.set_sform(affine, int(img.header["sform_code"]))
    header.set_qform(affine, int(img.header["qform_code"]))
    return nib.Nifti1Image(new.get_fdata(dtype=np.float32), affine, header)
