# right: fresh float64 images with their own affines (no header taken along), default options
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
    def fresh(image):
        return nib.Nifti1Image(np.array(image.get_fdata(), dtype=np.float64), image.affine.copy())

    Path(path).unlink(missing_ok=True)
    viewer = plotting.view_img(fresh(stat), bg_img=fresh(background), show_lr=False, width_view=900)
    viewer.save_as_html(Path(path))
