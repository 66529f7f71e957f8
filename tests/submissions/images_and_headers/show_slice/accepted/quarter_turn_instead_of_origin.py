"""A quarter turn of the array, drawn from the top as imshow does."""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = canonical.header.get_zooms()[:3]
    plt.figure(figsize=(3, 3))
    plt.imshow(np.rot90(canonical.get_fdata()[:, :, k]), cmap="Greys_r", aspect=front / right)
    plt.xlabel("x")
    plt.ylabel("y")
    return plt.gca()
