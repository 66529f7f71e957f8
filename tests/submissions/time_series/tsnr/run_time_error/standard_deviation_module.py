"""A function that numpy does not have.

fails: tsnr_example, tsnr_plain, tsnr_constant
says: AttributeError
"""

def tsnr(bold):
    return np.mean(bold, axis=-1) / np.stdev(bold, axis=-1)
