# right: own percentile by sorting a copy and going between two neighbours
def linear_percentile(numbers, percent):
    ordered = sorted(float(number) for number in numbers)
    position = (len(ordered) - 1) * percent / 100
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (position - below) * (ordered[above] - ordered[below])


def brain_mask(bold, fraction):
    """Return the voxels of a film that are bright on average.

    Parameters
    ----------
    bold : (x, y, z, t) array of float64
        A film; it is left as it was.
    fraction : float
        The threshold, as a fraction of the 98th percentile, over all voxels, of the map of
        temporal means (linear between neighbours, as `np.percentile` has it by default).

    Returns
    -------
    (x, y, z) array of bool
        True where the voxel's mean over time exceeds the threshold.
    """
    average = np.asarray(bold).mean(axis=3)
    return average > fraction * linear_percentile(average.flat, 98)
