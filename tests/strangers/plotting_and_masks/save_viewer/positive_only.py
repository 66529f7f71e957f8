# wrong: only positive voxels are kept, negative ones become transparent
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
    data = stat.get_fdata().copy()
    data[data < 0] = 0
    shown = nib.Nifti1Image(data, stat.affine, stat.header)
    plotting.view_img(shown, bg_img=background, symmetric_cmap=True).save_as_html(path)
