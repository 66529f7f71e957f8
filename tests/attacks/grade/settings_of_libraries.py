"""Changes the settings of numpy, matplotlib and warnings that both sides share.

exam: scalar allclose array_equal numpy_isclose difference
"""
# %%
import warnings
import matplotlib.pyplot as plt

warnings.simplefilter("ignore")
np.seterr(all="ignore")
np.set_printoptions(threshold=0)
plt.rcParams["figure.hooks"] = ["os:abort"]
plt.rcParams["axes.prop_cycle"] = "cycler('color', [().__class__])" if False else plt.rcParams["axes.prop_cycle"]
# %% test
import matplotlib.pyplot as plt
plt.close(plt.figure())
assert answer == 4242.25
