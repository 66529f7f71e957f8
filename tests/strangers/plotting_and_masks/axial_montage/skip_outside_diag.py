# wrong: drops heights outside a range computed from affine[2, 2]; loses panels where the third axis is not z (permuted, strongly oblique) or runs down (LAS is fine, ..I is not)
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
    lowest = img.affine[2, 3]
    highest = lowest + img.affine[2, 2] * (img.shape[2] - 1)
    cuts = [z for z in cuts_mm if lowest <= z <= highest]
    fig = plt.figure(figsize=(3 * max(len(cuts), 1), 3))
    if cuts:
        plotting.plot_anat(img, display_mode="z", cut_coords=cuts, figure=fig, title=title)
    return fig
