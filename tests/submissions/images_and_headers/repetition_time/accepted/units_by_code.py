"""The codes 8, 16 and 24 of the time units, read from xyzt_units."""

def repetition_time(img):
    header = img.header
    count = int(header["dim"][0])
    if count not in (4, 5):
        return None
    if count == 5 and (int(header["dim"][4]) != 1 or header["intent_code"].item() in (1006, 1007)):
        return None
    step = header["pixdim"][count].item()
    power = {8: 0, 16: 3, 24: 6}.get(int(header["xyzt_units"]) & 0b111000)
    if power is None or not step > 0:
        return None
    if power == 0 and step > 100:
        raise ValueError("100 seconds and more")
    return step / 10**power
