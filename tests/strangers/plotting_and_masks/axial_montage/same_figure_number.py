# wrong: figure=1 reuses pyplot's figure 1, so a second call draws into the first one's figure; shows on two calls without closing
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
    montage = plotting.plot_anat(
        img, display_mode="z", cut_coords=list(cuts_mm), title=title, figure=1, colorbar=False
    )
    return montage.frame_axes.figure
