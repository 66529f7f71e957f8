"""nilearn's plot_epi, with its colour bar; the cuts as an array."""

import numpy as np
from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    view = plotting.plot_epi(
        img, display_mode="z", cut_coords=np.array(cuts_mm), title=title, colorbar=True
    )
    return view.frame_axes.figure
