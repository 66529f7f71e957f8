"""Images of another shape, other voxel sizes and another axis order, under the course's names."""

import shutil

import nibabel as nib
import numpy as np
from nibabel.orientations import apply_orientation, axcodes2ornt, inv_ornt_aff, ornt_transform
from scipy.ndimage import affine_transform


def reoriented(img, axes):
    """Return an image with its array axes pointing elsewhere; nothing moves in mm."""
    change = ornt_transform(nib.io_orientation(img.affine), axcodes2ornt(axes))
    data = apply_orientation(np.asanyarray(img.dataobj), change)
    moved = nib.Nifti1Image(data, img.affine @ inv_ornt_aff(change, img.shape), img.header)
    return keep_codes(moved, img)


def keep_codes(made, img):
    made.set_sform(made.affine, int(img.header["sform_code"]))
    made.set_qform(made.affine, int(img.header["qform_code"]))
    return made


def coarser(img, factor):
    """Return an image on a grid with voxels `factor` times as large, by linear interpolation."""
    shape = tuple(int(n / factor) for n in img.shape[:3])
    scale = np.diag([factor] * 3)
    data = np.asanyarray(img.dataobj, dtype=np.float32)
    volumes = data.reshape(*img.shape[:3], -1)
    out = [
        affine_transform(volumes[..., n], scale, output_shape=shape, order=1)
        for n in range(volumes.shape[-1])
    ]
    made = np.stack(out, axis=-1).reshape(*shape, *img.shape[3:])
    grid = img.affine @ np.diag([factor] * 3 + [1])
    header = img.header.copy()
    header.set_data_dtype(np.float32)
    header.set_slope_inter(1, 0)
    return keep_codes(nib.Nifti1Image(made, grid, header), img)


def write_standins(data, folder):
    """Copy the course's images into a folder, the tutorial's four in another guise.

    Returns
    -------
    path
        The folder.
    """
    shutil.copytree(data, folder)
    t1 = nib.load(data / "normalized_T1_anat_defaced.nii.gz")
    capsule = nib.load(data / "phantom_capsule_T1.nii.gz")
    amygdala = nib.load(data / "FSL_BAmyg_thr0.nii.gz")
    bold = nib.load(data / "raw_fMRI_raw_bold.nii.gz")
    made = {
        "normalized_T1_anat_defaced.nii.gz": reoriented(coarser(t1, 1.25), "PIR"),
        "phantom_capsule_T1.nii.gz": reoriented(coarser(capsule, 1.2), "LAS"),
        "FSL_BAmyg_thr0.nii.gz": reoriented(amygdala, "RAS"),
    }
    # A run of 100 volumes, 2.0 s apart, flipped and cropped.
    part = np.asanyarray(bold.dataobj[2:-3, ::-1, 1:, :, :100])
    grid = bold.affine @ nib.affines.from_matvec(np.diag([1, -1, 1]), [2, bold.shape[1] - 1, 1])
    run = nib.Nifti1Image(part, grid, bold.header)
    run.header.set_zooms((*run.header.get_zooms()[:4], 2.0))
    made["raw_fMRI_raw_bold.nii.gz"] = keep_codes(run, bold)
    for name, img in made.items():
        (folder / name).unlink()
        nib.save(img, folder / name)
    return folder
