# right: radiological display with its letters, white at the 98th percentile, epi defaults
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
    values = img.get_fdata()
    white = np.nanpercentile(values[values > np.nanmean(values)], 98)
    display_ = plotting.plot_epi(
        img,
        display_mode="z",
        cut_coords=np.asarray(cuts_mm, dtype=float),
        title=title,
        radiological=True,
        vmax=white,
        vmin=float(np.nanmin(values)),
        cbar_tick_format="%.3g",
        figure=plt.figure(figsize=(3 * len(cuts_mm), 3)),
    )
    return display_.frame_axes.get_figure()
