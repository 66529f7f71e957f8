"""What test cells import: quiet calls of a student's function, comparisons, and inputs.

A hidden test cell is one function, run at once::

    from isocenter import checks

    @checks.run
    def voxel_sizes_oblique(rng):
        img = checks.image(checks.numbers(rng, (5, 6, 7)), checks.affine(rng, turn=0.3))
        checks.expect(voxel_sizes, img, gives=..., given="an oblique image")

A failure is one line: what was called, the kind of input in words, what came back (its type and
shape), and one hint. It never holds the wanted value, nor anything that the student's code said.
"""

from isocenter.checks.expectations import (
    call,
    close,
    expect,
    expect_error,
    expect_image,
    expect_same,
    require,
    same,
    same_dtype,
)
from isocenter.checks.figures import (
    curves,
    page_pictures,
    panel_values,
    panels,
    picture,
    texts,
)
from isocenter.checks.inputs import (
    affine,
    blob,
    cohort_seed,
    data_file,
    from_disk,
    generator,
    image,
    numbers,
    pillar,
    sample,
    two_sided,
    variants,
)
from isocenter.checks.running import WrongAnswer, run

__all__ = [
    "WrongAnswer",
    "affine",
    "blob",
    "call",
    "close",
    "cohort_seed",
    "curves",
    "data_file",
    "expect",
    "expect_error",
    "expect_image",
    "expect_same",
    "from_disk",
    "generator",
    "image",
    "numbers",
    "page_pictures",
    "panel_values",
    "panels",
    "picture",
    "pillar",
    "require",
    "run",
    "same",
    "same_dtype",
    "sample",
    "texts",
    "two_sided",
    "variants",
]
