"""Sends images whose data, affine and header are handles, text or too short.

uses: liar
"""
# %%
import nibabel as nib

header = ["Nifti1Header", "<", nib.Nifti1Header().binaryblock.hex(), []]
evil = ["h", 1, "object", "Evil", None, None]
data, affine = ["a", "<f8", [1, 1, 1], "C", 0, True], ["a", "<f8", [4, 4], "C", 1, True]
says(["&", 2], [[2, ["v.Nifti1Image", ["array", evil], header, affine, None], 2]], [bytes(8), bytes(128)])
# %% test
assert answer.get_fdata().shape == (1, 1, 1)
# %% or
says(["&", 2], [[2, ["v.Nifti1Image", ["array", ["a", "<f8", [1, 1, 1], "C", 0, True]],
                     ["Nifti1Header", "<", "00" * 10, []], None, None], 1]], [bytes(8)])
# %% test
assert answer.shape == (1, 1, 1)
