"""The title is an argument that nothing uses.

fails: axial_montage_figures
says: the title is nowhere
"""

from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    view = plotting.plot_anat(img, display_mode="z", cut_coords=cuts_mm)
    return view.frame_axes.figure
