"""Whatever the name ends in is replaced by .html, so that another file is written.

fails: save_viewer_page
says: no file was written
"""

from nilearn import plotting


def save_viewer(stat, background, path):
    viewer = plotting.view_img(stat, bg_img=background)
    viewer.save_as_html(Path(path).with_suffix(".html"))
