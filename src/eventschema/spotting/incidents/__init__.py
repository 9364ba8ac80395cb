"""Incidents: what was done, where, to whom, by whom, and what it cost."""

from eventschema.spotting.incidents.spotter import spot

__all__ = ["spot"]
