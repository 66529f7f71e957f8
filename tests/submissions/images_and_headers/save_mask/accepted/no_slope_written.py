"""A loop over the voxels, a slope that is not a number."""

import copy


def save_mask(mask, like, path):
    stored = np.zeros(mask.shape, dtype=np.uint8)
    for ijk in np.argwhere(mask):
        stored[tuple(ijk)] = 1
    header = copy.deepcopy(like.header)
    header["scl_slope"] = np.nan
    header.set_data_dtype("u1")
    nib.Nifti1Image(stored, None, header).to_filename(path)
