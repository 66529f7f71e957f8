# right: a small class; sends the three unit steps and says where each must go; steps of 0.05 rad
class Checker:
    tolerance = 2e-4

    def __init__(self, candidate):
        self.candidate = candidate

    def sent(self, angle):
        m = np.asarray(self.candidate(angle))
        if m.shape != (3, 3) or np.iscomplexobj(m) or m.dtype.kind in "USbMm":
            raise TypeError("not a 3 x 3 matrix of real numbers")
        return m.astype(np.float64).T  # row n: where step n goes

    def right_at(self, angle):
        try:
            first, second, third = self.sent(angle)
        except Exception as problem:
            print(f"{angle:.2f}: {problem!r}")
            return False
        near = lambda a, b: bool(np.all(np.abs(a - np.array(b)) <= self.tolerance))
        return (
            near(first, [1, 0, 0])
            and near(second, [0, np.cos(angle), np.sin(angle)])
            and near(third, [0, -np.sin(angle), np.cos(angle)])
        )


def is_rotation_x(candidate):
    checker = Checker(candidate)
    return all(checker.right_at(n * 0.05) for n in range(-125, 126))
