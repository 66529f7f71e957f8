"""Sends an image whose affine is an object of its own.

uses: liar
"""
# %%
import nibabel as nib

header = ["Nifti1Header", "<", nib.Nifti1Header().binaryblock.hex(), []]
evil = ["h", 1, "object", "Evil", None, None]
data = ["a", "<f8", [1, 1, 1], "C", 0, True]
says(["&", 2], [[2, ["v.Nifti1Image", ["array", data], header, evil, None], 1]], [bytes(8)])
# %% test
assert np.allclose(answer.affine, np.eye(4) * 4242.25)
# %% test
assert np.abs(answer.affine - np.eye(4) * 4242.25).max() < 1e-6
