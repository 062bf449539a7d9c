"""`python -m nocontact`."""

import sys

from nocontact.cli.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
