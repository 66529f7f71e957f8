"""A list, made by a loop."""

def time_axis(img):
    factor = {"sec": 1, "msec": 1000, "usec": 1000000}[img.header.get_xyzt_units()[1]]

    times = []
    for number in range(img.shape[3]):
        times.append(number * float(img.header["pixdim"][4]) / factor)
    return times
