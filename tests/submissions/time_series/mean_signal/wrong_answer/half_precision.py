"""Numbers of 16 bits, whose sum runs over (misconception 90).

fails: mean_signal_field_of_view, mean_signal_mask, mean_signal_edges
says: numbers are wrong
"""

def mean_signal(bold, mask=None):
    bold = bold.astype(np.float16)
    with np.errstate(all="ignore"):
        if mask is None:
            return bold.mean(axis=(0, 1, 2), dtype=np.float16)
        return bold[mask].mean(axis=0, dtype=np.float16)
