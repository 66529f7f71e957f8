"""The viewer is returned as well, and ends up in the notebook.

fails: save_viewer_example, save_viewer_page
says: it returned something
"""

from nilearn import plotting


def save_viewer(stat, background, path):
    view = plotting.view_img(stat, bg_img=background)
    view.save_as_html(path)
    return view
