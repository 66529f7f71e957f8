"""nibabel's resample_from_to on floats; the codes and the units put back."""

from nibabel.processing import resample_from_to


def resample(img, affine, shape):
    floats = nib.Nifti1Image(img.get_fdata(), img.affine)
    new = resample_from_to(floats, (tuple(shape), affine), order=1)
    new.set_sform(affine, int(img.header["sform_code"]))
    new.set_qform(affine, int(img.header["qform_code"]))
    new.header.set_xyzt_units(*img.header.get_xyzt_units())
    return new
