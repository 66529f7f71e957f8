"""The slice in the order R, A, S, its voxel sizes in the order of the file.

fails: show_slice_frame
says: the array's first two axes
"""

def show_slice(img, k):
    sizes = img.header.get_zooms()
    _, axes = plt.subplots()
    pixels = nib.as_closest_canonical(img).get_fdata()[:, :, k].T
    axes.imshow(pixels, cmap="gray", origin="lower", aspect=sizes[1] / sizes[0])
    axes.set(xlabel="x", ylabel="y")
    return axes
