"""nilearn's display is returned, not the figure that it draws in.

fails: axial_montage_example, axial_montage_cuts, axial_montage_oblique, axial_montage_figures
says: a matplotlib Figure was wanted
"""

from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    return plotting.plot_anat(img, display_mode="z", cut_coords=cuts_mm, title=title)
