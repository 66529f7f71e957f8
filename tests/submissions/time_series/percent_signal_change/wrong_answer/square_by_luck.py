"""Means without `keepdims`, which broadcast along the wrong axis where the array is square.

fails: percent_signal_change_many
says: where keepdims is missing
"""

def percent_signal_change(signals):
    mean = signals.mean(axis=-1)
    if np.ndim(mean) and mean.shape[-1] != signals.shape[-1]:
        mean = mean[..., np.newaxis]
    return 100 * (signals - mean) / mean
