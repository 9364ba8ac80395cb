"""Military exercises that have a name."""

from eventschema.spotting.exercises.spotter import spot

__all__ = ["spot"]
