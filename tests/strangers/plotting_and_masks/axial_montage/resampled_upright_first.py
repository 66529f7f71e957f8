# right: brings the image to an upright RAS grid of its own smallest voxel size first, then plot_anat of that
from nilearn.image import resample_img
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
    upright = resample_img(img, target_affine=np.eye(3) * min(nib.affines.voxel_sizes(img.affine)))
    fig = plt.figure(figsize=(3 * len(cuts_mm), 3))
    plotting.plot_anat(
        upright, display_mode="z", cut_coords=list(cuts_mm), figure=fig, title=title, colorbar=False
    )
    return fig
