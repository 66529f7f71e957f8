"""The textbook formula with sums, in plain Python, per volume and then per second."""

def drift(signal, tr):
    n = len(signal)
    sx = sy = sxx = sxy = 0.0
    for x, y in enumerate(signal):
        sx, sy, sxx, sxy = sx + x, sy + y, sxx + x * x, sxy + x * y
    slope = (n * sxy - sx * sy) / (n * sxx - sx**2) / tr
    return slope, slope * 60 / (sy / n) * 100
