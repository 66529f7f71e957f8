"""The slicer started at the last voxel, so that it finds the new origin; codes put back."""

def reorder_left_right(img):
    axis = int(np.argmax(np.abs(img.affine[0, :3]) / nib.affines.voxel_sizes(img.affine)))
    window = [slice(None)] * 3
    window[axis] = slice(img.shape[axis] - 1, None, -1)
    sliced = img.slicer[tuple(window)]
    new = nib.Nifti1Image(np.asanyarray(sliced.dataobj), None, img.header)
    new.set_sform(sliced.affine, int(img.header["sform_code"]))
    new.set_qform(sliced.affine, int(img.header["qform_code"]))
    return new
