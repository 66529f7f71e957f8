"""np.asanyarray of the proxy, which stays an integer array where the file is not scaled
(misconception 90).

fails: load_array_values
says: no array of float64
"""

def load_array(path):
    img = nib.load(path)
    return np.asanyarray(img.dataobj), img.get_data_dtype()
