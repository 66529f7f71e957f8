"""`Polynomial.fit`, converted back from its scaled domain."""

def drift(signal, tr):
    times = np.arange(len(signal)) * tr
    slope = np.polynomial.Polynomial.fit(times, signal, 1).convert().coef[1]
    return (float(slope), float(6000 * slope / signal.mean()))
