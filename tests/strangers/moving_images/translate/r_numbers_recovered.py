# right: recovers the stored whole numbers from the values by rint((v - inter) / slope), floats as they are
def translate(img, mm):
    dtype = img.get_data_dtype()
    slope, inter = img.dataobj.slope, img.dataobj.inter
    values = np.asarray(img.dataobj)
    if (slope, inter) != (1, 0):
        values = (values.astype(np.float64) - inter) / slope
        if dtype.kind in "iu":
            values = np.rint(values)
    stored = values.astype(dtype)

    header = img.header.copy()
    mm = [float(n) for n in mm]
    for read, write in ((header.get_sform, header.set_sform), (header.get_qform, header.set_qform)):
        affine, code = read(coded=True)
        if affine is not None:
            affine = np.array(affine)
            for row in range(3):
                affine[row, 3] += mm[row]
            write(affine, code)
    out = nib.Nifti1Image(stored, header.get_best_affine(), header)
    out.header.set_slope_inter(slope, inter)
    return out
