# wrong: argmax of |A[0]| without dividing by voxel sizes; shows on oblique images with thick slices (e.g. 1 mm along left-right, 6 mm slices, tilted by 20 degrees)
def reorder_left_right(img):
    axis = int(np.argmax(np.abs(img.affine[0, :3])))
    R = np.eye(4)
    R[axis, axis] = -1
    R[axis, 3] = img.shape[axis] - 1
    A = img.affine @ R
    new = nib.Nifti1Image(np.flip(img.dataobj.get_unscaled(), axis), img.affine, img.header)
    if img.header["sform_code"] > 0:
        new.set_sform(A, int(img.header["sform_code"]))
    if img.header["qform_code"] > 0:
        new.set_qform(A, int(img.header["qform_code"]))
    new.header.set_slope_inter(img.dataobj.slope, img.dataobj.inter)
    return new
