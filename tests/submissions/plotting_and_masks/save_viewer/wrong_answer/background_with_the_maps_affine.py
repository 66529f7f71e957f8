"""The background gets the affine of the map.

fails: save_viewer_background
says: another image than `background`
"""

from nilearn import plotting


def save_viewer(stat, background, path):
    anatomy = nib.Nifti1Image(background.get_fdata(), stat.affine)
    plotting.view_img(stat, bg_img=anatomy).save_as_html(path)
