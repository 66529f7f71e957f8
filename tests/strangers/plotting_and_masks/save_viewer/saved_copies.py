# right: both images written to a temporary folder and handed over by file name
import os
import tempfile
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
    with tempfile.TemporaryDirectory() as folder:
        nib.save(stat, f"{folder}/stat.nii")
        nib.save(background, f"{folder}/anat.nii")
        viewer = plotting.view_img(f"{folder}/stat.nii", bg_img=f"{folder}/anat.nii", radiological=True)
        viewer.save_as_html(os.fspath(path))
    assert os.path.getsize(path) > 0
