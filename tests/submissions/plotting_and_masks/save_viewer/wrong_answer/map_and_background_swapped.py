"""The anatomy is drawn in colour over the map.

fails: save_viewer_background, save_viewer_overlay
says: save_viewer
"""

from nilearn import plotting


def save_viewer(stat, background, path):
    plotting.view_img(background, bg_img=stat).save_as_html(path)
