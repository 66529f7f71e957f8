# right: works in the header: srow_x changes its sign, the quaternion (a, b, c, d) becomes (c, d, a, b), qoffset_x and qfac change theirs
def flip_left_right(img):
    hdr = img.header.copy()
    if hdr["sform_code"] > 0:
        hdr["srow_x"] = -np.array(hdr["srow_x"])
    if hdr["qform_code"] > 0:
        a, b, c, d = hdr.get_qform_quaternion()
        a, b, c, d = c, d, a, b  # i q k: half a turn about x before, half a turn about z after
        if a < 0:
            b, c, d = -b, -c, -d
        hdr["quatern_b"], hdr["quatern_c"], hdr["quatern_d"] = b, c, d
        hdr["qoffset_x"] = -hdr["qoffset_x"]
        hdr["pixdim"][0] = 1 if hdr["pixdim"][0] == -1 else -1
    out = nib.Nifti1Image(img.dataobj.get_unscaled(), hdr.get_best_affine(), hdr)
    out.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return out
