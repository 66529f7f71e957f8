"""Drawn the radiological way, half transparent, without a colour bar."""

from nilearn.plotting import view_img


def save_viewer(stat, background, path):
    view = view_img(
        stat, bg_img=background, radiological=True, opacity=0.5, colorbar=False, symmetric_cmap=False
    )
    view.save_as_html(str(path))
