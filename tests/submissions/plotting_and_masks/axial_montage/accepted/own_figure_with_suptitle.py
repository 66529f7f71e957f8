"""A figure made first and handed to plot_img; the title is a suptitle."""

import matplotlib.pyplot as plt
from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    figure = plt.figure(figsize=(2 * len(cuts_mm), 3))
    figure.suptitle(title)
    plotting.plot_img(
        img, display_mode="z", cut_coords=sorted(cuts_mm), cmap="gray", figure=figure, annotate=False
    )
    return figure
