"""The number of cuts is passed on, so nilearn chooses where they are.

fails: axial_montage_example, axial_montage_cuts, axial_montage_oblique
says: not at its height
"""

from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    view = plotting.plot_anat(img, display_mode="z", cut_coords=len(cuts_mm), title=title)
    return view.frame_axes.figure
