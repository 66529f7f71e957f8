# right: writes get_standalone() itself (plain page, no iframe), atomically through a second file
import os
import tempfile
from pathlib import Path
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
    path = Path(path)
    html = plotting.view_img(stat, bg_img=background, title="map", opacity=0.8).get_standalone()
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(html)
    os.replace(temporary, path)
