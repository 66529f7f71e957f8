"""set_zooms writes other voxel sizes and computes nothing (misconception 12).

fails: resample_example, resample_plain, resample_oblique, resample_edges
says: the affine
"""

def resample(img, affine, shape):
    resampled = nib.Nifti1Image(img.get_fdata(), img.affine, dtype=np.float64)
    resampled.header.set_zooms(nib.affines.voxel_sizes(affine))
    return resampled
