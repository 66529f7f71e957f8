"""Another interpolation, another colour map, a dimmed background, one line on screen."""

import numpy as np
from nilearn import plotting


def save_viewer(stat, background, path):
    largest = np.abs(stat.get_fdata()).max()
    view = plotting.view_img(
        stat,
        bg_img=background,
        threshold=0,
        resampling_interpolation="nearest",
        cmap="coolwarm",
        dim=0.4,
        vmax=largest,
    )
    view.save_as_html(path)
    print("saved", path)
