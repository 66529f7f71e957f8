"""A threshold far below the smallest value of the map."""

import numpy as np
from nilearn import plotting


def save_viewer(stat, background, path):
    values = np.abs(stat.get_fdata())
    plotting.view_img(
        stat, bg_img=background, threshold=float(values[values > 0].min()) / 2
    ).save_as_html(path)
