"""One image per volume, joined by nibabel along a new axis."""

def as_4d(img):
    if len(img.shape) != 5 or img.shape[3] != 1 or int(img.header["intent_code"]) in (1006, 1007):
        raise ValueError("not a film")
    values = img.get_fdata()
    volumes = [
        nib.Nifti1Image(values[:, :, :, 0, number], img.affine, img.header) for number in range(img.shape[4])
    ]
    film = nib.concat_images(volumes)
    film.header.set_zooms(img.header.get_zooms()[:3] + (img.header.get_zooms()[4],))
    return film
