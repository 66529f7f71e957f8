"""The background of the lesson's anatomical viewer: none.

fails: save_viewer_background
says: another image than `background`
"""

from nilearn import plotting


def save_viewer(stat, background, path):
    plotting.view_img(stat, bg_img=False).save_as_html(path)
