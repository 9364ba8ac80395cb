"""What all tests share: recordings of the embedded model, and no way to the network."""

from __future__ import annotations

import os

os.environ["PYDANTIC_ERRORS_INCLUDE_URL"] = "0"
