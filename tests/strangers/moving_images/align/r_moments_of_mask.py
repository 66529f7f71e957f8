# right: weighted centres of what is a little brighter than the background, by sums; a tuple of Python ints
def align(moving, fixed):
    def centre(img):
        v = img.get_fdata()
        low, high = np.percentile(v, 1), v.max()
        weights = np.clip(v - low - 0.05 * (high - low), 0, None)
        ijk = np.array([np.sum(weights * index) for index in np.indices(v.shape)]) / weights.sum()
        return img.affine[:3, :3] @ ijk + img.affine[:3, 3]

    return tuple((centre(fixed) - centre(moving)).round().astype(int).tolist())
