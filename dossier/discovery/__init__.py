"""Names that the register does not hold, found in running text, each with its kind."""

from dossier.discovery.finder import find_names, is_first_name
from dossier.discovery.spacy import MissingPipelineError, check_pipeline, find_names_with

__all__ = ["MissingPipelineError", "check_pipeline", "find_names", "find_names_with", "is_first_name"]
