"""The best one-to-one assignment of two sides, with scipy's implementation of Crouse (2016)."""

from __future__ import annotations

from collections.abc import Sequence

from eventschema.errors import ConfigurationError


def best_pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column) of the greatest total weight, none of them with weight 0.

    Weights are 0 or greater, and a pair of weight 0 is one that may not be.

    Raises:
        ConfigurationError: scipy is not installed.

    """
    try:
        from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - an extra, and 0.3 s
    except ImportError as error:
        raise ConfigurationError(
            f"scoring needs scipy ({error}); pip install 'eventschema[score]'"
        ) from error
    if not weights or not weights[0]:
        return []
    chosen, partners = linear_sum_assignment(weights, maximize=True)
    pairs = zip(chosen.tolist(), partners.tolist(), strict=True)
    return [(row, column) for row, column in pairs if weights[row][column] > 0]
