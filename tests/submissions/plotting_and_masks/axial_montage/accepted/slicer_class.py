"""nilearn's slicer class used directly, and the title drawn by it."""

from nilearn.plotting.displays import ZSlicer


def axial_montage(img, cuts_mm, title):
    slicer = ZSlicer.init_with_figure(img, cut_coords=list(cuts_mm))
    slicer.add_overlay(img, cmap="gray")
    slicer.title(title)
    return slicer.frame_axes.get_figure()
