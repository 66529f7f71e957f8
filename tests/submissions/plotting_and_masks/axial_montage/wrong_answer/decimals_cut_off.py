"""The heights lose their decimals on the way.

fails: axial_montage_cuts
says: cuts without their decimals
"""

from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    cuts = [int(z) for z in cuts_mm]
    montage = plotting.plot_anat(
        img, display_mode="z", cut_coords=cuts, title=title, draw_cross=False, colorbar=False
    )
    return montage.frame_axes.figure
