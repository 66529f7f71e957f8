"""The page is saved beside the path that was asked for.

fails: save_viewer_page, save_viewer_background, save_viewer_overlay
says: no file was written
"""

from pathlib import Path

from nilearn import plotting


def save_viewer(stat, background, path):
    plotting.view_img(stat, bg_img=background).save_as_html(Path(path).parent / "viewer.html")
