"""Models behind one seam: `connect` makes one, `Model` is what it is."""

from __future__ import annotations

from eventschema.models.port import Complete, Message, Model, Reply
from eventschema.models.settings import ModelSettings
from eventschema.usage import Usage

__all__ = ["Complete", "Message", "Model", "ModelSettings", "Reply", "Usage"]
