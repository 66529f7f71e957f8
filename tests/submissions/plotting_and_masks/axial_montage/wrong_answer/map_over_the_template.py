"""plot_stat_map lays the image over the MNI template, in colour.

fails: axial_montage_example, axial_montage_cuts, axial_montage_oblique, axial_montage_figures
says: something is drawn over
"""

from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    view = plotting.plot_stat_map(img, display_mode="z", cut_coords=cuts_mm, title=title)
    return view.frame_axes.figure
