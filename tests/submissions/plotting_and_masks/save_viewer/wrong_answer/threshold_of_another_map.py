"""A threshold that suits t values hides a map of small values.

fails: save_viewer_overlay
says: threshold in the units of another map
"""

from nilearn import plotting


def save_viewer(stat, background, path):
    plotting.view_img(stat, bg_img=background, threshold=3).save_as_html(path)
