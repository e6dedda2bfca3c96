"""Names that the register does not hold, found in running text, each with its kind."""

from dossier.discovery.finder import find_names

__all__ = ["find_names"]
