"""A figure for each cut in a loop, and only the last one is returned.

fails: axial_montage_example, axial_montage_cuts, axial_montage_oblique, axial_montage_figures
says: not one for each cut
"""

from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    for cut in cuts_mm:
        view = plotting.plot_anat(img, display_mode="z", cut_coords=[cut], title=title)
    return view.frame_axes.figure
