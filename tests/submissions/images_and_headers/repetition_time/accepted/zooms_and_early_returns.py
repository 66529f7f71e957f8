"""The zooms and one return after the other, as a numpy number."""

def repetition_time(img):
    zooms = img.header.get_zooms()
    vector = img.header["intent_code"] in (1006, 1007)
    if len(zooms) == 4:
        step = img.header["pixdim"][4]
    elif len(zooms) == 5 and img.shape[3] == 1 and not vector:
        step = img.header["pixdim"][5]
    else:
        return None
    if step <= 0:
        return None
    unit = img.header.get_xyzt_units()[1]
    if unit == "sec":
        if step > 100:
            raise ValueError("this is no TR in seconds")
        return step
    if unit == "msec":
        return step / 1000
    if unit == "usec":
        return step / 1000000
    return None
