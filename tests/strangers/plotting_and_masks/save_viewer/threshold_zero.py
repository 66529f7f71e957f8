# right: threshold=0, so that even values below nilearn's default of 1e-6 are shown ('however small') and exact zeros are not
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
    values = stat.get_fdata()
    largest = float(np.nanmax(np.abs(values))) or 1.0
    viewer = plotting.view_img(stat, bg_img=background, threshold=0, vmax=largest)
    viewer.resize(900, 400)
    viewer.save_as_html(file_name=path)
