"""A page that is there already is not replaced.

fails: save_viewer_page
says: not a page of nilearn
"""

from pathlib import Path

from nilearn import plotting


def save_viewer(stat, background, path):
    if not Path(path).exists():
        plotting.view_img(stat, bg_img=background).save_as_html(path)
