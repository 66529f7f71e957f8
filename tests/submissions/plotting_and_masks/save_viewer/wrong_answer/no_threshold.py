"""threshold=None, as for an anatomical image: zeros are painted over the anatomy.

fails: save_viewer_overlay
says: do they hide the anatomy
"""

from nilearn import plotting


def save_viewer(stat, background, path):
    plotting.view_img(stat, bg_img=background, threshold=None).save_as_html(path)
