# wrong: int() of the heights, so that -7.6 is drawn at -7; shows for fractional heights that then fall in another voxel
from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    """Draw axial slices of an image side by side.

    Parameters
    ----------
    img : nibabel image, 3D
        In any orientation.
    cuts_mm : sequence of float, mm
        Heights z of the slices, all different and inside the image, in any order.
    title : str
        To be written anywhere in the figure.

    Returns
    -------
    matplotlib.figure.Figure
        A new one, with one panel for each height and nothing drawn over the slices.
    """
    cuts = [int(z) for z in cuts_mm]
    montage = plotting.plot_anat(
        img, display_mode="z", cut_coords=cuts, title=title, draw_cross=False, colorbar=False
    )
    return montage.frame_axes.figure
