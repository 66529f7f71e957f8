"""No background is passed, so nilearn takes the MNI template.

fails: save_viewer_background, save_viewer_overlay
says: another image than `background`
"""

from nilearn import plotting


def save_viewer(stat, background, path):
    plotting.view_img(stat).save_as_html(path)
