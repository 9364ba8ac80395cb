"""Agreements: their names, their stages, who is bound, who signed."""

from eventschema.spotting.agreements.spotter import spot

__all__ = ["spot"]
