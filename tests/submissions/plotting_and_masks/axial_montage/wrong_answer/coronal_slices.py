"""Slices along y: passes where y and z look alike, as in a ball.

fails: axial_montage_cuts, axial_montage_oblique, axial_montage_figures
says: axial_montage
"""

from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    view = plotting.plot_anat(img, display_mode="y", cut_coords=cuts_mm, title=title)
    return view.frame_axes.figure
