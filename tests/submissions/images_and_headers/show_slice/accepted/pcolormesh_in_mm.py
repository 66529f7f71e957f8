"""pcolormesh with edges in mm and equal units, and a colour bar."""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    values = canonical.get_fdata()[:, :, k]
    figure, axes = plt.subplots()
    x = np.arange(values.shape[0] + 1) * right
    y = np.arange(values.shape[1] + 1) * front
    mesh = axes.pcolormesh(x, y, values.T, cmap="gray")
    figure.colorbar(mesh, ax=axes)
    axes.set(aspect="equal", xlabel="x (mm)", ylabel="y (mm)")
    return axes
