"""How well records agree with what people found in the same articles."""

from eventschema.scoring.events import score
from eventschema.scoring.files import ScoringError
from eventschema.scoring.gold import GoldArticle, GoldEvent, read_gold
from eventschema.scoring.predicted import PredictedRecord, read_predicted
from eventschema.scoring.report import Problem, Report

__all__ = [
    "GoldArticle",
    "GoldEvent",
    "PredictedRecord",
    "Problem",
    "Report",
    "ScoringError",
    "read_gold",
    "read_predicted",
    "score",
]
