# right: nilearn on a floating-point copy; where img has a qform alone, the sform (whose code was 0) gets the same space too, since only codes above 0 are promised
import warnings

from nilearn.image import resample_img


def resample(img, affine, shape):
    values = nib.Nifti1Image(img.get_fdata(), img.affine)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        out = resample_img(
            values, target_affine=np.asarray(affine, float), target_shape=tuple(int(n) for n in shape), interpolation="linear", fill_value=0
        )
    new = nib.Nifti1Image(np.asanyarray(out.dataobj, dtype=np.float64), affine)
    new.set_data_dtype(np.float64)
    new.header.set_xyzt_units(*img.header.get_xyzt_units())
    s, q = int(img.header["sform_code"]), int(img.header["qform_code"])
    new.set_sform(affine, s or q)
    new.set_qform(affine, q)
    return new
