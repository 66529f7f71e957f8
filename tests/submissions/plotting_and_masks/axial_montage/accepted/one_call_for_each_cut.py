"""One call of plot_anat for each cut, into axes side by side."""

import matplotlib.pyplot as plt
from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    figure, panels = plt.subplots(1, len(cuts_mm), squeeze=False)
    for axes, cut in zip(panels[0], cuts_mm):
        plotting.plot_anat(img, display_mode="z", cut_coords=[cut], axes=axes, colorbar=False)
    figure.text(0.5, 0.95, title, ha="center")
    return figure
