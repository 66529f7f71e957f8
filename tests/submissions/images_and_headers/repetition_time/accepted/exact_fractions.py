"""Exact fractions, which are real numbers too."""

from fractions import Fraction


def repetition_time(img):
    header = img.header
    step, unit = None, header.get_xyzt_units()[1]
    if len(img.shape) == 4:
        step = header["pixdim"][4]
    if len(img.shape) == 5 and img.shape[3] == 1 and header.get_intent(code_repr="code")[0] not in (1006, 1007):
        step = header["pixdim"][5]
    if step is None or step <= 0 or unit not in ("sec", "msec", "usec"):
        return None
    if step > 100 and unit == "sec":
        raise ValueError
    return Fraction(float(step)) / {"sec": 1, "msec": 1000, "usec": 10**6}[unit]
