"""Letters looked up; the header's zooms, which are right where the template's affine is in both
forms.
"""

def points_left(img):
    letters = "".join(nib.aff2axcodes(img.affine))
    for letter, sign in ("L", 1), ("R", -1):
        if letter in letters:
            return [letters.find(letter), sign]


def side_of(img, ijk):
    affine, code = img.header.get_sform(coded=True)
    if not code:
        affine, code = img.header.get_qform(coded=True)
    if code not in (3, 4, 5):
        raise ValueError("x = 0 is not the mid-plane")
    x = nib.affines.apply_affine(affine, np.array([ijk]))[0, 0]
    sizes = nib.affines.voxel_sizes(affine)
    letters = nib.aff2axcodes(affine)
    half = sum(size for size, letter in zip(sizes, letters) if letter in "LR") / 2
    return ["left", "midline", "right"][int(np.sign(x)) * (abs(x) > half) + 1]
