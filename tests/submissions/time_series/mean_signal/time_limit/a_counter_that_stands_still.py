"""A while loop whose counter never moves.

fails: mean_signal_example, mean_signal_field_of_view, mean_signal_mask, mean_signal_edges
says: ran too long
"""

def mean_signal(bold, mask=None):
    signal, volume = np.zeros(bold.shape[-1]), 0
    while volume < bold.shape[-1]:
        signal[volume] = bold[..., volume].mean() if mask is None else bold[..., volume][mask].mean()
    return signal
