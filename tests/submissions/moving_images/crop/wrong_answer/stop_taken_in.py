"""Stop is taken as the last voxel that belongs to the box (misconception 17).

fails: crop_plain, crop_oblique
says: takes in `stop`
"""

def crop(img, start, stop):
    start, stop = np.array(start), np.array(stop)
    box = tuple(slice(first, end) for first, end in zip(start, stop + 1))
    affine = img.affine.copy()
    affine[:3, 3] += affine[:3, :3] @ start
    cropped = nib.Nifti1Image(np.asanyarray(img.dataobj)[box], img.affine, img.header)
    if img.header["sform_code"] > 0:
        cropped.set_sform(affine, int(img.header["sform_code"]))
    if img.header["qform_code"] > 0:
        cropped.set_qform(affine, int(img.header["qform_code"]))
    return cropped
