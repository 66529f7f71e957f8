"""The viewer is returned to be shown, and nothing is saved.

fails: save_viewer_example, save_viewer_page, save_viewer_background, save_viewer_overlay
says: no file was written
"""

from nilearn import plotting


def save_viewer(stat, background, path):
    return plotting.view_img(stat, bg_img=background)
