# wrong: moves the affine as well "so that the origin follows", as after a crop; shows in the affine for every shift but 0
def undo_shift(img, voxels):
    values = ndimage.shift(img.get_fdata(), [-int(v) for v in voxels], order=0)
    affine = img.affine @ nib.affines.from_matvec(np.eye(3), voxels)
    new = nib.Nifti1Image(values, affine, img.header)
    new.set_sform(affine, int(img.header["sform_code"]))
    new.set_qform(affine, int(img.header["qform_code"]))
    return new
