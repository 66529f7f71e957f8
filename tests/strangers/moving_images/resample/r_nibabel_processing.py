# right: resample_from_to on a floating-point copy of the image, header built afterwards
from nibabel.processing import resample_from_to


def resample(img, affine, shape):
    floating = nib.Nifti1Image(img.get_fdata(), img.affine)
    out = resample_from_to(floating, (tuple(map(int, shape)), np.array(affine)), order=1, cval=0.0)
    result = nib.Nifti1Image(np.asarray(out.dataobj), np.array(affine), img.header, dtype=np.float64)
    assert result.shape == tuple(shape)
    for set_form, code in (
        (result.set_sform, int(img.header["sform_code"])),
        (result.set_qform, int(img.header["qform_code"])),
    ):
        set_form(affine, code)
    return result
