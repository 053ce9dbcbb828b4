"""`python -m conference_tui` is the same as `conference`."""

import sys

from conference_tui.cli import main

sys.exit(main())
