"""Whether a text speaks of a date as one that has been or one that is to come: by the verb that governs it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from dossier.model import Tense

_WINDOW = 1200
"""So many characters before a date may open a quotation that it stands in."""
_SPACE = re.compile(r"\s*")
_END = re.compile(r"(?:(?<=[a-z\d)%\"”’'])|(?<=[A-Z]{2}))[.!?][\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z])|\n")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:[A-Z][a-z]{0,4}|[a-z]\.[a-z]|Capt|Gov|Messrs)$")
_CLAUSE = re.compile(r"[;:“”\"—]|\s[–-]{1,2}\s|,\s(?!\d)|\b(?:that|which|who|while|but|although|though|because)\b")
_PLANNED = (
    r"due|set|scheduled|slated|expected|likely|plan(?:s|ned|ning)?|poised|going|hop(?:es?|ed|ing)|intend(?:s|ed)?|supposed"
    r"|aim(?:s|ed)?|vow(?:s|ed)?|promis(?:es?|ed)|pledg(?:es?|ed)|prepar(?:es?|ed|ing)|agreed|threaten(?:s|ed)?|wants?"
    r"|need(?:s|ed)?|ready|about|urged|seek(?:s|ing)?|bound"
)
_VERB = re.compile(
    rf"(?P<future>(?:\b(?:will|would|shall|won['’]t|wouldn['’]t|may|might|should|must|(?:{_PLANNED})(?:\s\w+)?\sto)"
    r"|['’]ll)\b(?:\s(?:not|also|be|have|then|now|only|instead|\w+ly|been|formally))*(?:\s\w+)?"
    r"|\b(?:due|scheduled|slated|(?:set|planned)\sfor|plan(?:s|ned|ning)\s(?:a|an|the|for|on)|upcoming|ahead\sof|in\stime\sfor|deadline|no\slater\sthan)\b)"
    r"|(?P<past>\b(?:[a-z]{2,}ed|was|were|had|did|has|have|been|began|broke|brought|came|cut|died|drew|fell|flew|fought|found"
    r"|gave|got|grew|held|hit|kept|knew|led|left|lost|made|met|paid|put|ran|reached|rose|said|sank|saw|says?|sent|shot|shut"
    r"|sold|spent|spoke|stood|struck|sued|swept|told|took|went|won|wrote)\b)"
)


class Verbs:
    """The verbs of a text, the clauses and the sentences, found once for all its dates."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _verbs(self) -> tuple[list[int], list[Tense]]:
        found = list(_VERB.finditer(self._text))
        return [verb.start() for verb in found], ["future" if verb["future"] else "past" for verb in found]

    @cached_property
    def _sentences(self) -> list[int]:
        """Where each but the first begins, roughly: enough to look for a verb."""
        ends = _END.finditer(self._text)
        return [end.end() for end in ends if not _ABBREVIATED.search(self._text, max(0, end.start() - 6), end.start())]

    @cached_property
    def _clauses(self) -> list[int]:
        """Where each but the first begins."""
        return sorted({*self._sentences, *(mark.end() for mark in _CLAUSE.finditer(self._text))})

    def tense_of(self, start: int, end: int) -> Tense:
        """The tense of what governs `text[start:end]`.

        That is the verb right after it; else the last one before it in its clause, the first one after it in its
        clause, the last one before it in its sentence, or the first one after it there.
        """
        first, last = self._around(self._sentences, start, end)
        own, over = self._around(self._clauses, start, end)
        follows = _SPACE.match(self._text, end).end()  # type: ignore[union-attr]
        return (
            self._verb(follows, follows + 1)
            or self._verb(own, start, -1)
            or self._verb(end, over)
            or self._verb(first, own, -1)
            or self._verb(over, last)
            or "unknown"
        )

    def _around(self, begins: list[int], start: int, end: int) -> tuple[int, int]:
        before, after = bisect_right(begins, start), bisect_left(begins, end)
        return begins[before - 1] if before else 0, begins[after] if after < len(begins) else len(self._text)

    def _verb(self, start: int, end: int, which: int = 0) -> Tense | None:
        """The tense of the first verb that begins between two places, or of the last one."""
        begins, tenses = self._verbs
        found = tenses[bisect_left(begins, start) : bisect_left(begins, end)]
        return found[which] if found else None


def is_quoted(text: str, position: int) -> bool:
    """Whether a quotation is open at a position of a paragraph."""
    before = text[max(0, position - _WINDOW) : position]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1
