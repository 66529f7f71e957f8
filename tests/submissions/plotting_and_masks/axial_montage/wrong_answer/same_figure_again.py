"""Draws into the current figure, on top of what the call before left there.

fails: axial_montage_oblique, axial_montage_figures
says: axial_montage
"""

import matplotlib.pyplot as plt
from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    figure = plt.gcf()
    plotting.plot_anat(img, display_mode="z", cut_coords=cuts_mm, title=title, figure=figure)
    return figure
