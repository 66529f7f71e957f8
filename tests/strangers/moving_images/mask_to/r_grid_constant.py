# right: order 0 with mode='grid-constant', whole float64 values cast back; header and codes of the image
from scipy import ndimage


def mask_to(mask, img):
    chain = np.linalg.solve(mask.affine, img.affine)
    found = ndimage.affine_transform(mask.get_fdata(), chain, output_shape=img.shape, order=0, mode="grid-constant", cval=0)
    dtype = mask.header.get_data_dtype()
    header = img.header.copy()
    header.set_data_dtype(dtype)
    return nib.Nifti1Image(np.rint(found).astype(dtype), img.affine, header)
