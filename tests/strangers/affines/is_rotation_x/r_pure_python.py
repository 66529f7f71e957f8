# right: no numpy: rows and entries one by one through complex(), whole degrees
import math


def is_rotation_x(candidate):
    def verdict(angle):
        rows = candidate(angle)
        if hasattr(rows, "tolist"):
            rows = rows.tolist()
        rows = [list(row) for row in rows]
        if [len(row) for row in rows] != [3, 3, 3]:
            return False
        c, s = math.cos(angle), math.sin(angle)
        for row, wanted in zip(rows, ((1, 0, 0), (0, c, -s), (0, s, c))):
            for x, w in zip(row, wanted):
                if isinstance(x, (str, bytes, list, tuple)) or getattr(x, "shape", ()) != ():
                    return False
                number = complex(x)
                if number.imag != 0 or not abs(number.real - w) <= 1e-4:
                    return False
        return True

    for degree in range(-359, 360):
        try:
            if not verdict(math.radians(degree)):
                return False
        except Exception:
            return False
    return True
