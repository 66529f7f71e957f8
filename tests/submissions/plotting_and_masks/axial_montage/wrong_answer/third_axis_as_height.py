"""Slices of the array along its third axis, found with the diagonal (misconceptions 1, 18).

fails: axial_montage_oblique
says: points straight up
"""

import matplotlib.pyplot as plt


def axial_montage(img, cuts_mm, title):
    figure, panels = plt.subplots(1, len(cuts_mm), squeeze=False)
    for axes, z in zip(panels[0], cuts_mm):
        k = round((z - img.affine[2, 3]) / img.affine[2, 2])
        axes.imshow(img.get_fdata()[:, :, k % img.shape[2]].T, origin="lower", cmap="gray")
    figure.suptitle(title)
    return figure
