"""The limit of 100 asked of the seconds, whatever the label, so that honest milliseconds are refused.

fails: repetition_time_doubt
says: it stopped with ValueError
"""

def repetition_time(img):
    header = img.header
    if img.ndim == 4:
        step = float(header["pixdim"][4])
    elif img.ndim == 5 and img.shape[3] == 1 and int(header["intent_code"]) not in (1006, 1007):
        step = float(header["pixdim"][5])
    else:
        return None
    factor = {"sec": 1, "msec": 1e-3, "usec": 1e-6}.get(header.get_xyzt_units()[1])
    if factor is None or step <= 0:
        return None
    seconds = step * factor
    if seconds > 100:
        raise ValueError("no repetition time is that long")
    return seconds
