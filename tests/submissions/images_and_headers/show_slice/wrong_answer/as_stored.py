"""The array's third axis is cut and drawn, whatever the axes are (misconception 18).

fails: show_slice_drawn, show_slice_frame
says: the patient's right on the left
"""

def show_slice(img, k):
    sizes = img.header.get_zooms()
    _, axes = plt.subplots()
    axes.imshow(img.get_fdata()[:, :, k].T, cmap="gray", origin="lower", aspect=sizes[1] / sizes[0])
    axes.set(xlabel="x", ylabel="y")
    return axes
