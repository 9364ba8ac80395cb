"""The form in which a draft's fields are asked of a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict


def _as_asked(schema: JsonDict) -> None:
    properties = schema["properties"]
    if isinstance(properties, dict):
        schema["required"] = [*properties]
        for name, described in properties.items():
            if isinstance(described, dict):
                properties[name] = {
                    key: value for key, value in described.items() if key not in _UNASKED
                }


_UNASKED = {"default", "title"}
AS_ASKED = ConfigDict(extra="ignore", populate_by_name=True, json_schema_extra=_as_asked)
"""The model is asked for every field, null or not: llama.cpp emits required fields in their order
and optional ones after them, and a field that may be left out is left out."""

Words = Annotated[str, Field(json_schema_extra={"maxLength": 200})]
"""A quote. Lengths are bounded for the grammar, where a bound ends loops; longer ones are valid."""


Name = Annotated[str, Field(json_schema_extra={"maxLength": 80})]
"""The longest names of treaties and exercises in the news run to about seventy letters."""
