"""A scripted OpenAI-compatible endpoint: answers by a plan, with faults, and remembers all."""

from tests.endpoint.answers import Answering, Usage
from tests.endpoint.exchange import Exchange
from tests.endpoint.faults import FAULTS, Fault, answered
from tests.endpoint.plans import Plan, about, nothing_wrong, table
from tests.endpoint.server import ScriptedEndpoint, Service

__all__ = [
    "FAULTS",
    "Answering",
    "Exchange",
    "Fault",
    "Plan",
    "ScriptedEndpoint",
    "Service",
    "Usage",
    "about",
    "answered",
    "nothing_wrong",
    "table",
]
