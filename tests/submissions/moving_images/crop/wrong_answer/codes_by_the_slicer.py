"""img.slicer alone: every place is right, and the codes are nibabel's.

fails: crop_edges
says: code is not what it was
"""

def crop(img, start, stop):
    return img.slicer[start[0] : stop[0], start[1] : stop[1], start[2] : stop[2]]
