"""Meetings: talks, visits, calls and summits, as news tells of them."""

from eventschema.spotting.meetings.spotter import spot

__all__ = ["spot"]
