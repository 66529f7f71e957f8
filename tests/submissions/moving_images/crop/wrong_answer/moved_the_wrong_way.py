"""The translation moves against the cut.

fails: crop_example, crop_plain, crop_oblique, crop_edges
says: moved the wrong way
"""

def crop(img, start, stop):
    start, stop = np.array(start), np.array(stop)
    box = tuple(slice(first, end) for first, end in zip(start, stop))
    affine = img.affine.copy()
    affine[:3, 3] -= affine[:3, :3] @ start
    cropped = nib.Nifti1Image(np.asanyarray(img.dataobj)[box], img.affine, img.header)
    if img.header["sform_code"] > 0:
        cropped.set_sform(affine, int(img.header["sform_code"]))
    if img.header["qform_code"] > 0:
        cropped.set_qform(affine, int(img.header["qform_code"]))
    return cropped
