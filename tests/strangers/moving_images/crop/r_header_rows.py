# right: np.ix_ and ranges for the array, the place of voxel `start` written into the header's own fields
def crop(img, start, stop):
    inside = np.ix_(*[range(a, b) for a, b in zip(start, stop)])
    hdr = img.header.copy()
    place = [float(sum(img.affine[r, a] * start[a] for a in range(3)) + img.affine[r, 3]) for r in range(3)]
    for letter, mm in zip("xyz", place):
        if hdr["sform_code"] > 0:
            hdr["srow_" + letter][3] = mm
        if hdr["qform_code"] > 0:
            hdr["qoffset_" + letter] = mm
    data = np.asarray(img.dataobj.get_unscaled())[inside]
    hdr.set_data_shape(data.shape)
    out = nib.Nifti1Image(data, hdr.get_best_affine(), hdr)
    out.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return out
