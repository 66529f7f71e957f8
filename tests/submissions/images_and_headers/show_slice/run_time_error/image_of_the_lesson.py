"""The image of the lesson in place of the one that is given.

fails: show_slice_example, show_slice_drawn, show_slice_frame
says: NameError
"""

def show_slice(img, k):
    _, axes = plt.subplots()
    axes.imshow(t1_ras.get_fdata()[:, :, k].T, cmap="gray", origin="lower")
    axes.set(xlabel="x", ylabel="y")
    return axes
