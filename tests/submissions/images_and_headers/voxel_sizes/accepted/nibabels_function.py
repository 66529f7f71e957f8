"""nibabel's own function, as a list (way R7)."""

def voxel_sizes(img):
    unit, _ = img.header.get_xyzt_units()
    sizes = nib.affines.voxel_sizes(img.affine)
    if unit == "meter":
        sizes = sizes * 1000
    elif unit == "micron":
        sizes = sizes / 1000
    return list(sizes)
