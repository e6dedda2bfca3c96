"""What only a person can decide, with its evidence: names to add, and whatever the register leaves open."""

from dossier.suggest.counting import as_entities, recounted
from dossier.suggest.found import suggestions
from dossier.suggest.questions import questions

__all__ = ["as_entities", "questions", "recounted", "suggestions"]
