# wrong: snaps each height to a slice with affine[2, 2] and affine[2, 3] only; wrong where the third axis is not z (permuted, oblique)
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
    step, start = img.affine[2, 2], img.affine[2, 3]
    heights = []
    for z in cuts_mm:
        k = int(round((z - start) / step)) if step != 0 else 0
        k = min(max(k, 0), img.shape[2] - 1)
        heights.append(start + step * k)
    fig = plt.figure(figsize=(2.5 * len(heights), 3))
    plotting.plot_anat(img, display_mode="z", cut_coords=heights, title=title, figure=fig)
    return fig
