"""What only a person can decide, with its evidence: names to add, and whatever the register leaves open."""

from dossier.suggest.counting import Standing, as_entities, recounted, standing_in
from dossier.suggest.evidence import Sentences
from dossier.suggest.found import awaited, gather, suggestions
from dossier.suggest.likeness import Known
from dossier.suggest.questions import questions

__all__ = [
    "Known",
    "Sentences",
    "Standing",
    "as_entities",
    "awaited",
    "gather",
    "questions",
    "recounted",
    "standing_in",
    "suggestions",
]
