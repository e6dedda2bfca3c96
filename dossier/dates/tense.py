"""Whether a text speaks of a date as one that has been or one that is to come: by the verb that governs it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise

from dossier.model import Tense

_SPACE = re.compile(r"\s*")
_END = re.compile(r"(?:(?<=[a-z\d)%\"”’'])|(?<=[A-Z]{2}))[.!?][\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z])|\n")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:[A-Z][a-z]{0,4}|[a-z]\.[a-z]|Capt|Gov|Messrs)$")
_CLAUSE = re.compile(
    r"[;:—]|(?<=[,.!?])[”\"]|\s[–-]{1,2}\s|,\s(?!\d)|\b(?:that|which|who|while|but|although|though|because)\b"
)
_RELATIVE = frozenset({"who", "which"})
_SET = r"due|set|scheduled|slated|expected|likely|planned|planning|poised|going|supposed|ready|about|bound"
_MEANT = (
    r"plans?|hop(?:es?|ed|ing)|intend(?:s|ed)?|aim(?:s|ed)?|vow(?:s|ed)?|promis(?:es?|ed)|pledg(?:es?|ed)|prepar(?:es?|ed|ing)|agreed"
    r"|threaten(?:s|ed)?|wants?|need(?:s|ed)?|urged|seek(?:s|ing)?"
)
_PLANNED = rf"(?:{_SET})(?:\s\w+)?\sto|(?:{_MEANT})(?:\s[a-z]+)?\sto"
_ADJECTIVE = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|this|these|those|of|more|most|newly|so-called)\s|[\"“])$", re.IGNORECASE
)
"""What ends in -ed behind it is no verb."""
_VERB = re.compile(
    r"(?P<perfect>\b(?:may|might|could|should|would|must)(?:\snot)?\shave\b)"
    rf"|(?P<future>(?:\b(?:will|would|shall|won['’]t|wouldn['’]t|may|might|should|must|{_PLANNED})"
    r"|['’]ll|(?<!had\s)(?<!has\s)(?<!have\s)(?<!was\s)(?<!were\s)to\sbe(?=\s(?:[a-z]+ed|held|sent|built|heard|made|put|shown|sold|sworn)\b))\b(?:\s(?:not|also|be|have|then|now|only|instead|still|soon|never|\w+ly|been|formally))*(?:\s\w+)?"
    r"|\b(?:due|scheduled|slated|(?:set|planned)\sfor|plan(?:s|ned|ning)\s(?:a|an|the|for|on)"
    r"|(?P<noun>upcoming|ahead\sof|in\stime\sfor|deadline|no\slater\sthan))\b)"
    r"|(?P<past>\b(?:(?P<formed>[a-z]{2,}ed)|was|were|had|did|has|have|been|became|began|bought|broke|brought|built|came|caught|chose|cut|died|drew|drove|fell|flew|fought|found"
    r"|gave|got|grew|held|hit|kept|knew|led|left|lost|made|met|paid|put|ran|reached|rose|said|sank|saw|says?|sent|shot|shut"
    r"|sold|sought|spent|spoke|stood|struck|sued|swept|swore|taught|threw|thought|told|took|went|won|wrote)\b)"
)
_ONCE = re.compile(r"\b(?:was|were|had\sbeen)\s$")
_WEAK = re.compile(
    r"(?:has|have|had|did|says?|said|told|may|might|would|should|must|set|need(?:s|ed)?|wants?|about|ready"
    r"|(?:announc|nam|call|plann|schedul|expect|urg|ask|want|propos|approv|order|fil|agre|hop|vow|promis|pledg|warn|add|prepar"
    r"|intend|aim|threaten|predict|claim|suggest|declar|confirm|report|offer|demand|request|accept|reject|support|describ"
    r"|mention|cit|not|argu|believ|discuss)ed)\b"
)
"""What they are followed by is often of another time than they are."""
_DONE = re.compile(
    r"(?!(?:announced|predicted|warned|added|scheduled|planned|expected|slated)\b)"
    r"(?:[a-z]{2,}ed|made|gave|sent|began|took)\s+(?:on\s)?"
)
"""What somebody did right before a date."""
_ACT = re.compile(r"(?:agreed|vowed|promised|pledged|threatened|urged)\b")
"""What is done on the day in front of it, whatever is to come of it."""
_LONG = 20
_GAP = re.compile(r"(?:\s+[\w'’-]+){0,6}\s*")
_TURN = re.compile(r"\b(?:for|before|ahead|until|till|toward|towards|about|of|than|to)\b")
_WHEN = re.compile(r"\s+(?:[Oo]n|in)\s")
_LEAD = re.compile(r"[\"“‘'(]?(?:[\w'’-]+\s+){0,2}")
_INFINITIVE = re.compile(r"\bto\s(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]{2,}\b")
_FAR = 120
"""So many characters may stand between a verb and its date."""
_CLAUSES = 6
"""So many clauses behind a date are asked for its verb."""
_PRESENT = re.compile(
    r"\b(?:is|are|am|(?<=s\s)(?:open|meet|vote|return|gather|hold|face|head|launch|decide)|(?:begin|start|reopen|resume|expire|convene|arrive|depart)s?|take(?:s|\splace)|takes?\seffect|go(?:es)?(?=\sto|\sinto|\son)"
    r"|opens|ends|votes|meets|comes|returns|heads|travels|hosts|holds|faces|launches|kicks\soff|runs|airs|debuts|leaves|visits"
    r"|speaks|testifies|turns|gathers|sits|marks|decides|hears|rules|plays|appears|delivers|considers|celebrates|observes)\b"
)
_SCHEDULED = re.compile(
    r"(?:is|are|(?:begin|start|reopen|resume|expire|convene)s?|opens|ends|takes?\s(?:effect|place)|goes?\sinto\seffect)\s+(?:(?:[Oo]n|in)\s+)?"
)
_NOUN = re.compile(
    r"(?:\b(?:the|a|an|of|in|for|on|by|with|and|or|to|from|his|her|its|their|our|my|two|three|these|those|no|all|some|many"
    r"|more|any|other|new|early|final)|['’]s?)\s+$",
    re.IGNORECASE,
)


class Verbs:
    """The verbs of a text, the clauses and the sentences, found once for all its dates."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _verbs(self) -> tuple[list[int], list[Tense]]:
        return [verb.start() for verb in self._found], ["future" if verb["future"] else "past" for verb in self._found]

    @cached_property
    def _found(self) -> list[re.Match[str]]:
        return [verb for verb in _VERB.finditer(self._text) if not self._is_adjective(verb)]

    def _is_adjective(self, verb: re.Match[str]) -> bool:
        begin = verb.start()
        return verb["formed"] is not None and _ADJECTIVE.search(self._text, max(0, begin - 12), begin) is not None

    @cached_property
    def _nouns(self) -> frozenset[int]:
        """Where what tells of the future is no verb: it governs a date behind it only."""
        return frozenset(verb.start() for verb in self._found if verb["noun"])

    @cached_property
    def _relatives(self) -> frozenset[int]:
        """The clauses that tell of somebody or something aside."""
        return frozenset(mark.end() for mark in self._marks if mark.group() in _RELATIVE)

    @cached_property
    def _present(self) -> list[tuple[int, int]]:
        """The verbs of the present tense that may tell of what is to come, no nouns of the same letters."""
        found = (verb.span() for verb in _PRESENT.finditer(self._text))
        return [(start, end) for start, end in found if not _NOUN.search(self._text, max(0, start - 20), start)]

    @cached_property
    def _sentences(self) -> list[int]:
        """Where each but the first begins, roughly: enough to look for a verb."""
        ends = _END.finditer(self._text)
        return [end.end() for end in ends if not _ABBREVIATED.search(self._text, max(0, end.start() - 6), end.start())]

    @cached_property
    def _clauses(self) -> list[int]:
        """Where each but the first begins."""
        return sorted({*self._sentences, *(mark.end() for mark in self._marks)})

    @cached_property
    def _marks(self) -> list[re.Match[str]]:
        return list(_CLAUSE.finditer(self._text))

    def tense_of(self, start: int, end: int) -> Tense:
        """The tense of what governs `text[start:end]`.

        That is the past verb right before it, but for one of saying; the verb right after it; else the last one before
        it in its clause, the first one after it in its clause, the last one before it in its sentence, or the first one
        after it there, but for what is told aside.
        """
        first, last = self._around(self._sentences, start, end)
        own, over = self._around(self._clauses, start, end)
        follows = _SPACE.match(self._text, end).end()  # type: ignore[union-attr]  # it may be empty
        return (
            self._verb_beside(start)
            or self._verb_after(follows, follows + 1)
            or self._verb(own, start, -1)
            or self._verb_after(end, over)
            or self._verb(first, own, -1)
            or self._main_verb(over, last)
            or "unknown"
        )

    def _verb_beside(self, start: int) -> Tense | None:
        """`what he proposed today will …`; but `he said today will …`."""
        begins, _ = self._verbs
        place = bisect_left(begins, start) - 1
        if place < 0 or start - begins[place] > _LONG:
            return None
        return "past" if _DONE.fullmatch(self._text, begins[place], start) else None

    def is_remote(self, start: int, end: int) -> bool:
        """Whether its clause has no verb, and it does not begin its sentence: another clause says little about it."""
        first, _ = self._around(self._sentences, start, end)
        own, over = self._around(self._clauses, start, end)
        begins, _ = self._verbs
        place = bisect_left(begins, own)
        has_verb = place < len(begins) and begins[place] < over
        return not has_verb and _LEAD.fullmatch(self._text, first, start) is None

    def _verb_after(self, start: int, end: int) -> Tense | None:
        begins, tenses = self._verbs
        for place in range(bisect_left(begins, start), bisect_left(begins, end)):
            if begins[place] not in self._nouns:
                return "past" if _ACT.match(self._text, begins[place]) else tenses[place]
        return None

    def _main_verb(self, start: int, end: int) -> Tense | None:
        """The first verb between two places, but for what is told aside."""
        place = bisect_left(self._clauses, start)
        for begin, until in pairwise([*self._clauses[place : place + _CLAUSES], end]):
            if begin < end and begin not in self._relatives and (found := self._verb_after(begin, min(until, end))):
                return found
        return self._verb_after(start, end)

    def is_sure(self, start: int, end: int) -> bool:
        """Whether the verb that governs `text[start:end]` says by itself whether that has been or is to come.

        It stands close before it, and nothing between turns to another time; or it is the first one of a sentence that
        begins with the date.
        """
        first, _ = self._around(self._sentences, start, end)
        own, _ = self._around(self._clauses, start, end)
        begins, _ = self._verbs
        place = bisect_left(begins, start) - 1
        if place < 0 or begins[place] < own:
            return _LEAD.fullmatch(self._text, first, start) is not None
        verb = _VERB.match(self._text, begins[place])
        until = verb.end() if verb is not None and verb.end() <= start else start
        gap = self._text[until : min(start, until + _FAR)]
        if until + _FAR < start or _GAP.fullmatch(gap) is None or _TURN.search(gap):
            return False
        return not _WEAK.match(self._text, begins[place]) or _WHEN.match(self._text, until) is not None

    def is_aim(self, start: int, end: int) -> bool:
        """Whether what stands right before it is no verb with a tense: `agreed to a pact to be signed`, `is heard`."""
        return self.is_present(start, end) or self.is_infinitive(start, end)

    def was_due(self, start: int) -> bool:
        """Whether the last verb in its sentence says what was planned once: `was scheduled to`."""
        begins, _ = self._verbs
        place = bisect_left(begins, start) - 1
        return place >= 0 and _ONCE.search(self._text, max(0, begins[place] - 10), begins[place]) is not None

    def is_story(self, start: int, end: int) -> bool:
        """Whether its sentence tells only of what has been, and its own verb is near or follows it as the first."""
        first, last = self._around(self._sentences, start, end)
        begins, tenses = self._verbs
        places = range(bisect_left(begins, first), bisect_left(begins, last))
        is_past = bool(places) and all(tenses[place] == "past" for place in places)
        return is_past and self.is_sure(start, end)

    def is_infinitive(self, start: int, end: int) -> bool:
        """Whether an infinitive stands before it in its clause, behind all verbs: `his nomination to face him`."""
        own, _ = self._around(self._clauses, start, end)
        begins, _ = self._verbs
        place = bisect_left(begins, start) - 1
        begin = max(own, begins[place] if place >= 0 else 0, start - _FAR)
        return _INFINITIVE.search(self._text, begin, start) is not None

    def is_present(self, start: int, end: int) -> bool:
        """Whether the verb right before it in its clause is of the present tense: `The Senate votes Tuesday`."""
        own, _ = self._around(self._clauses, start, end)
        place = bisect_left(self._present, (start,)) - 1
        if place < 0 or self._present[place][0] < own:
            return False
        begins, _ = self._verbs
        last = bisect_left(begins, start) - 1
        return last < 0 or begins[last] < self._present[place][0]

    def is_subject(self, end: int) -> bool:
        """Whether a verb stands right behind it: `June was cold`."""
        follows = _SPACE.match(self._text, end).end()  # type: ignore[union-attr]  # it may be empty
        return self._verb_after(follows, follows + 1) is not None

    def is_scheduled(self, start: int) -> bool:
        """Whether a verb such as `begins` stands right before it, in the present tense."""
        place = bisect_left(self._present, (start,)) - 1
        return place >= 0 and _SCHEDULED.fullmatch(self._text, self._present[place][0], start) is not None

    def clause_of(self, start: int, end: int) -> tuple[int, int]:
        """The clause that `text[start:end]` stands in."""
        return self._around(self._clauses, start, end)

    def _around(self, begins: list[int], start: int, end: int) -> tuple[int, int]:
        before, after = bisect_right(begins, start), bisect_left(begins, end)
        return begins[before - 1] if before else 0, begins[after] if after < len(begins) else len(self._text)

    def _verb(self, start: int, end: int, which: int = 0) -> Tense | None:
        """The tense of the first verb that begins between two places, or of the last one."""
        begins, tenses = self._verbs
        found = tenses[bisect_left(begins, start) : bisect_left(begins, end)]
        return found[which] if found else None
