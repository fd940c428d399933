"""``python -m deskrisk``."""

import sys

from deskrisk.main import main

sys.exit(main())
