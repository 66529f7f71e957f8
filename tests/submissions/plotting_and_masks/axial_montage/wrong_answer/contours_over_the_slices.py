"""Contours are drawn over the slices.

fails: axial_montage_cuts, axial_montage_oblique, axial_montage_figures
says: something is drawn over
"""

from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    view = plotting.plot_anat(img, display_mode="z", cut_coords=cuts_mm, title=title)
    view.add_contours(img, levels=[0.5 * img.get_fdata().max()])
    return view.frame_axes.figure
