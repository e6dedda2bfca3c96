"""What a byline looks like: `By Ada Vance and Bo Lind, Coast News`, `Von Ada Vance (dpa)`, `By Reuters staff`."""

from __future__ import annotations

import re

from dossier.agencies import DATELINE_AGENCIES
from dossier.clean.draft import Part

_LONGEST = 400

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE = r"(?:de|da|di|del|der|den|la|le|van|von|bin|al|el|y)"
_NAME = rf"{_UPPER}[\w.’'-]*(?:\s+(?:{_PARTICLE}\s+)*{_UPPER}[\w.’'-]*){{1,4}}"
_AND = r"(?:,\s*|,?\s+(?:and|und|et|e|y|og|och|en)\s+|\s*&\s*)"
_STAFF = r"(?i:staff(?:\s+(?:writers?|reporters?|and\s+agencies|and\s+wire\s+reports))?|newsroom|news)"
_NAMES = rf"(?P<first>{_NAME})(?:{_AND}{_NAME})*(?:\s+{_STAFF})?"
_AGENCY = (
    rf"(?:(?:with|mit|avec|con|met|og|and|und|et)\s+(?:[Tt]he\s+)?{DATELINE_AGENCIES}|[(\[]{DATELINE_AGENCIES}[)\]])"
)
_BESIDE = rf"(?:\s*(?:[,|/–—]|\s-\s|\bin\b)\s*[^,|]{{2,50}}|\s+{_AGENCY}){{0,3}}"
_ROLE = (
    r"(?:\w[\w’'-]*\s+){0,3}(?i:correspondents?|reporters?|staff\s+writers?|columnists?|(?:senior|news|chief)\s+editor)"
)

_IN_ENGLISH = re.compile(rf"(?:[Bb]y|BY)\s+{_NAMES}{_BESIDE}")
_BY_AGENCY = re.compile(rf"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i)\s+(?:[Tt]he\s+)?{DATELINE_AGENCIES}(?:\s+{_STAFF})?")
_ELSEWHERE = re.compile(
    rf"(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor|[Aa]v|[Aa]f)\s+{_NAMES}(?P<more>{_BESIDE})"
)
"""The same in other languages, where the first word may be a name as well: `Di Maria Scores Twice`."""
_ENDS_SENTENCE = re.compile(r"[a-zß-öø-ÿ]{2}\s?[.!?]$")
_BY_ROLE = re.compile(rf"(?P<first>{_NAME})(?:{_AND}{_NAME})*,\s+{_ROLE}")
_NO_NAMES = re.compile(
    r"\b(?:Any|All|Means?|Design|Default|Numbers|Law|Order|Force|Night|Day|Land|Sea|Air|Then|Now|The)\b"
)


def is_byline(part: Part) -> bool:
    """Whether a line says who wrote the text, and nothing else."""
    if len(part.text) > _LONGEST:
        return False
    if _BY_AGENCY.fullmatch(part.text):
        return True
    match = _IN_ENGLISH.fullmatch(part.text) or _BY_ROLE.fullmatch(part.text) or _elsewhere(part)
    return match is not None and _NO_NAMES.search(match["first"]) is None


def _elsewhere(part: Part) -> re.Match[str] | None:
    match = _ELSEWHERE.fullmatch(part.text)
    if match is None or _ENDS_SENTENCE.search(part.text):
        return None
    may_be_headline = part.block.kind == "heading" or part.number <= 1
    return None if may_be_headline and not match["more"] else match
