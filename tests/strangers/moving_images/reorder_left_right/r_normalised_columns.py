# right: looks for the column that is most along x after dividing by the voxel size; header fields by hand
def reorder_left_right(img):
    A = img.affine
    cosines = [abs(A[0, j]) / sum(A[i, j] ** 2 for i in range(3)) ** 0.5 for j in range(3)]
    axis = cosines.index(max(cosines))
    B = A.copy()
    B[:, 3] = A[:, 3] + (img.shape[axis] - 1) * A[:, axis]
    B[:, axis] = -A[:, axis]
    new = nib.Nifti1Image(np.flip(img.dataobj.get_unscaled(), axis), A, img.header)
    if img.header["sform_code"]:
        new.set_sform(B, int(img.header["sform_code"]))
    if img.header["qform_code"]:
        new.set_qform(B, int(img.header["qform_code"]))
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
