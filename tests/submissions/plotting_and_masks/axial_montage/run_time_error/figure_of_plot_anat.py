"""`.figure` of the display, which has no such attribute.

fails: axial_montage_example, axial_montage_cuts, axial_montage_oblique, axial_montage_figures
says: it stopped with AttributeError
"""

from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    return plotting.plot_anat(img, display_mode="z", cut_coords=cuts_mm, title=title).figure
