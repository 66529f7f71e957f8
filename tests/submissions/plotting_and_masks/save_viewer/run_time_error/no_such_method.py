"""A method that matplotlib's figures have, and the viewer has not.

fails: save_viewer_example, save_viewer_page, save_viewer_background, save_viewer_overlay
says: it stopped with AttributeError
"""

from nilearn import plotting


def save_viewer(stat, background, path):
    plotting.view_img(stat, bg_img=background).savefig(path)
