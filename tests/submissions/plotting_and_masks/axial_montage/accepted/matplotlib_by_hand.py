"""Resampled to an upright grid, then drawn with imshow; each axes has a title."""

import matplotlib.pyplot as plt
import nibabel as nib
import numpy as np
from scipy.ndimage import map_coordinates


def axial_montage(img, cuts_mm, title):
    corners = np.array(np.meshgrid(*[(0, n - 1) for n in img.shape])).reshape(3, -1).T
    low = nib.affines.apply_affine(img.affine, corners).min(axis=0)
    high = nib.affines.apply_affine(img.affine, corners).max(axis=0)
    x, y = np.meshgrid(np.linspace(low[0], high[0], 60), np.linspace(low[1], high[1], 60))
    figure, panels = plt.subplots(1, len(cuts_mm), squeeze=False)
    for axes, z in zip(panels[0], cuts_mm):
        mm = np.stack([x, y, np.full(x.shape, z)], axis=-1)
        ijk = nib.affines.apply_affine(np.linalg.inv(img.affine), mm)
        values = map_coordinates(img.get_fdata(), np.moveaxis(ijk, -1, 0), order=1)
        axes.imshow(values, origin="lower", cmap="gray", extent=(low[0], high[0], low[1], high[1]))
        axes.set_title(f"{title}: z = {z:.0f} mm")
    return figure
