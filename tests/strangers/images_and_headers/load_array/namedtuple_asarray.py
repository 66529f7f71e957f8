# right: np.asarray on the proxy, returned in a named tuple, dtype looked up by code
from collections import namedtuple

Loaded = namedtuple("Loaded", "values on_disk")


def load_array(path):
    """Load an image's values, and say how they are stored.

    Parameters
    ----------
    path : str or pathlib.Path
        A NIfTI file, compressed or not, of any number of dimensions.

    Returns
    -------
    values : array of float64
        The scaled values, in image units, with every axis that the file has: one of length 1
        stays.
    on_disk : numpy.dtype
        The type of the numbers in the file. Its byte order does not matter.
    """
    path = os.fspath(path)
    print("loading", path)
    img = nib.load(path, mmap=False)
    code = int(img.header["datatype"])
    dtype = np.dtype(nib.nifti1.data_type_codes.dtype[code])
    return Loaded(np.asarray(img.dataobj, dtype=np.float64), dtype)
