# right: centred on the peak, scale from the map's own largest value, writes the bytes by hand through open()
from nilearn import plotting


def save_viewer(stat, background, path):
    """Save nilearn's interactive viewer of a map over an anatomical image as one web page.

    Parameters
    ----------
    stat : nibabel image, 3D
        The map: its voxels that are 0 are transparent, all others are shown in colour.
    background : nibabel image, 3D
        What is drawn below the map, in the same space.
    path : str or pathlib.Path
        The HTML file to write; one that is there already is replaced.

    Returns
    -------
    None
        Nothing, so that the page does not end up in the notebook.
    """
    values = np.nan_to_num(stat.get_fdata())
    ijk = np.unravel_index(np.abs(values).argmax(), values.shape)
    centre = nib.affines.apply_affine(stat.affine, ijk)
    viewer = plotting.view_img(
        stat, bg_img=background, cut_coords=tuple(float(c) for c in centre), vmax=float(np.abs(values).max())
    )
    with open(path, mode="wb") as page:
        page.write(viewer.html.encode("utf-8"))
