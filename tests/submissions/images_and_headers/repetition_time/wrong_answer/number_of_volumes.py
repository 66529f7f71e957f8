"""The number of volumes in place of the time between them.

fails: repetition_time_example, repetition_time_units, repetition_time_five, repetition_time_doubt
says: it is wrong
"""

def repetition_time(img):
    return None if img.ndim < 4 else img.shape[-1]
