"""The page is written as it is, not wrapped in an iframe."""

from nilearn import plotting


def save_viewer(stat, background, path):
    view = plotting.view_img(stat, bg_img=background, cut_coords=None, title="map")
    with open(path, "w", encoding="utf-8") as file:
        file.write(view.get_standalone())
