"""The fourth zoom, also of images that have three.

fails: repetition_time_five, repetition_time_doubt
says: IndexError
"""

def repetition_time(img):
    step = float(img.header.get_zooms()[3])
    unit = img.header.get_xyzt_units()[1]
    if unit == "sec" and step > 100:
        raise ValueError("the header contradicts itself")
    return step * {"sec": 1, "msec": 1e-3, "usec": 1e-6}[unit]
