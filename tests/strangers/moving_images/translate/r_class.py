# right: a small class that carries the forms; takes mm as list, tuple, column or array; no header field but the translations is written
class Forms:
    fields = {"sform_code": "srow", "qform_code": "qoffset"}

    def __init__(self, header):
        self.header = header.copy()

    def shift(self, mm):
        x, y, z = (float(n) for n in np.ravel(mm))
        h = self.header
        if h["sform_code"] > 0:
            for row, by in (("srow_x", x), ("srow_y", y), ("srow_z", z)):
                numbers = np.array(h[row], dtype=np.float64)
                numbers[3] += by
                h[row] = numbers
        if h["qform_code"] > 0:
            for field, by in (("qoffset_x", x), ("qoffset_y", y), ("qoffset_z", z)):
                h[field] = float(h[field]) + by
        return h


def translate(img, mm):
    header = Forms(img.header).shift(mm)
    proxy = img.dataobj
    moved = nib.Nifti1Image(np.array(proxy.get_unscaled()), header.get_best_affine(), header)
    moved.header["scl_slope"], moved.header["scl_inter"] = proxy.slope, proxy.inter
    return moved
