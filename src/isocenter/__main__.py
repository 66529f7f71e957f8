"""``python -m isocenter``, where the command is not on the path."""

import sys

from isocenter.cli import main

sys.exit(main())
