"""A step of 1 is taken for an empty field, as some programs leave it (misconception 7).

fails: repetition_time_units
says: returned None
"""

def repetition_time(img):
    header = img.header
    is_vector = int(header["intent_code"]) in (1006, 1007)
    if img.ndim == 4:
        step = float(header["pixdim"][4])
    elif img.ndim == 5 and img.shape[3] == 1 and not is_vector:
        step = float(header["pixdim"][5])
    else:
        return None
    unit = header.get_xyzt_units()[1]
    seconds = {"sec": 1, "msec": 1e-3, "usec": 1e-6}
    if unit not in seconds or step <= 0 or step == 1:
        return None
    if unit == "sec" and step > 100:
        raise ValueError("the header contradicts itself")
    return step * seconds[unit]
