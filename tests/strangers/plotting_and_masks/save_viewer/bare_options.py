# right: no colour bar, letters, cross or dimming, other colours, nearest resampling of the map
import os
import warnings
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
    options = dict(
        bg_img=background,
        cmap="cold_hot",
        colorbar=False,
        annotate=False,
        draw_cross=False,
        dim=0,
        black_bg=True,
        resampling_interpolation="nearest",
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        page = plotting.view_img(stat, **options)
    if os.path.exists(path):
        os.remove(path)
    page.save_as_html(str(path))
    return None
