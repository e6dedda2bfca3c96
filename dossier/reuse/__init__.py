"""Text that articles share: which articles, which paragraphs, and which words differ."""

from __future__ import annotations

from dossier.reuse.comparing import compared
from dossier.reuse.passages import passages
from dossier.reuse.shingles import Shingles, families, overlaps, shingles

__all__ = ["Shingles", "compared", "families", "overlaps", "passages", "shingles"]
