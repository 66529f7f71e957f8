"""nbgrader's settings for this course: each line says why it is there."""

import os
import sys
from pathlib import Path

from nbconvert.preprocessors import CoalesceStreamsPreprocessor
from nbgrader.converters import Autograde, GenerateFeedback, GenerateSolution
from nbgrader.preprocessors import ClearHiddenTests

from isocenter import course
from isocenter.autograde import Execute, RestoreCells, SaveAutoGrades
from isocenter.clean_html import clean_markdown
from isocenter.errors import CourseError
from isocenter.extra_credit import SaveExtraCredit
from isocenter.late import LatePenalty

c = get_config()
try:
    here = course.read(Path(__file__).parent / "course.toml")
except CourseError as error:
    sys.exit(str(error))  # after any other error nbgrader goes on, without these settings

c.CourseDirectory.course_id = here.course_id
c.CourseDirectory.root = str(here.root)
c.CourseDirectory.solution_directory = "solutions"

# nbgrader starts `alembic` by name when it makes the gradebook: it lies beside this Python.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

# Kernels inherit these: where the images are, and what hidden inputs grow from. Threads of BLAS
# would fight over the cores when several submissions are graded side by side.
os.environ.setdefault("ISOCENTER_DATA", str(here.root / "data"))
os.environ["ISOCENTER_COHORT_SEED"] = str(here.cohort_seed)
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

# Solutions are handed to students after the deadline: they must not hold the hidden tests.
# Run times are left out, and what a cell prints stands in one piece, so that building twice gives
# the same bytes.
steps = GenerateSolution.preprocessors.default()
c.GenerateSolution.preprocessors = [
    *steps[:-1],
    ClearHiddenTests,
    steps[-1],
    CoalesceStreamsPreprocessor,
]
c.CoalesceStreamsPreprocessor.enabled = True
c.GenerateSolution.permissions = c.GenerateAssignment.permissions = 644
c.ExecutePreprocessor.record_timing = False

# Feedback shows what a hidden test says, not the test.
c.GenerateFeedback.preprocessors = [*GenerateFeedback.preprocessors.default(), ClearHiddenTests]

# What is graded is built from the assignment, with the student's answers in: deleted, copied and
# edited cells, tags and flags of a hand-in do not count. nbgrader's own steps then find nothing.
c.Autograde.sanitize_preprocessors = [
    RestoreCells,
    *Autograde.sanitize_preprocessors.default(),
]

# Answers and tests run in processes of their own, with lowered rights. Both may read the images;
# the seed that hidden inputs grow from is for tests alone.
images = str(Path(os.environ.get("ISOCENTER_DATA", here.root / "data")).resolve())
c.Execute.readable = [images]
c.Execute.environment = {"ISOCENTER_DATA": images}
c.Execute.secrets = {"ISOCENTER_COHORT_SEED": str(here.cohort_seed)}
c.Execute.level = os.environ.get("ISOCENTER_RIGHTS", "")
c.Execute.timeout = 30

# Who wrote the time into a hand-in.
c.Grading.believe_timestamps = here.timestamps == "collector"

# For a notebook that is not in Python, which runs in a kernel: cells with a tag of the student's
# are not skipped (nbgrader gives full points for that; no tag has this name), and the next kernel
# starts at once instead of waiting a second for this one to say goodbye.
c.Execute.skip_cells_with_tag = "isocenter: no cell is ever skipped"
c.Execute.shutdown_kernel = "immediate"

# What kernels and grader say to each other is not for other users of this machine.
c.KernelManager.transport_encryption = "auto"

# The engine's two steps take the place of nbgrader's. Optional exercises: what their tests earn
# goes into nbgrader's extra credit.
ours = {"Execute": [Execute], "SaveAutoGrades": [SaveAutoGrades, SaveExtraCredit]}
c.Autograde.autograde_preprocessors = [
    step
    for default in Autograde.autograde_preprocessors.default()
    for step in ours.get(default.__name__, [default])
]

# Late penalties as in course.toml.
c.AssignLatePenalties.plugin_class = LatePenalty
for key, value in vars(here.late).items():
    setattr(c.LatePenalty, key, value)

# Nothing in a hand-in runs in the browser of somebody who looks at it: not in the output of a cell
# (nbconvert's own sanitizing), not in its text (clean_markdown takes the place of the filter that
# templates apply to text last).
c.HTMLExporter.sanitize_html = True
c.HTMLExporter.filters = {"strip_files_prefix": clean_markdown}
