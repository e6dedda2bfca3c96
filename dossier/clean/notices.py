"""Notices in whole sentences, in which a page speaks of itself: newsletters, accounts to follow, rights, disclaimers.

A line is taken if every sentence of it is one of these, or stands beside one and addresses the reader as well.
"""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick

from dossier.clean.draft import Draft
from dossier.clean.forms import FORM, FORM_KEYS, KEYS, SENTENCES

_KEYS, _FORM_KEYS = AhoCorasick(KEYS), AhoCorasick(FORM_KEYS)
_MAX_SENTENCES = 12
_MAX_SHORT_LINE = 900
"""A longer line must hold the words of a form, such as `by signing up you agree`."""
_MAX_BESIDE = 260
_FEW_WORDS = 10
_BREAK = re.compile(r"(?<=[.!?])(?<!\.m\.)[\s\"'*)\]]+(?=\S)")
_OF_ONESELF = re.compile(r"\bI\b")
"""A columnist may say this in the article; a page does not."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""`This article first appeared on June 4, 2019` tells a date, which is read from the text that stays."""
_ADDRESSED = re.compile(r"\b(?:you|your|our|us|we)\b", re.IGNORECASE)


def take_notices(draft: Draft) -> None:
    """Take the lines all of whose sentences are notices; they bear the rule of the first that is sure."""
    for part in draft.alone:
        if rule := _rule_of(part.text):
            draft.take(part, rule)


def _rule_of(text: str) -> str | None:
    small = text.casefold()
    keys = _KEYS if len(text) <= _MAX_SHORT_LINE else _FORM_KEYS
    if not keys.find_matches_as_indexes(small):
        return None
    sentences = _BREAK.split(text)
    if len(sentences) > _MAX_SENTENCES:
        return None
    rules: list[str | None] = []
    for sentence in sentences:
        rules.append(_of_sentence(sentence))
        if rules[-1] is None and not _may_stand_beside(sentence):
            return None
    found = next(filter(None, rules), None)
    if found in {"newsletter", "follow"}:
        return found
    if found == "disclaimer" and _YEAR.search(text):
        return None
    addressed = all(rule or _ADDRESSED.search(each) for each, rule in zip(sentences, rules, strict=True))
    return found if addressed else None


def _of_sentence(sentence: str) -> str | None:
    small = sentence.casefold()
    if _FORM_KEYS.find_matches_as_indexes(small) and not _quoted(sentence) and FORM.search(sentence):
        return "newsletter"
    if len(sentence) > _MAX_BESIDE * 2 or not _KEYS.find_matches_as_indexes(small):
        return None
    return next((rule for rule, form in SENTENCES.items() if form.fullmatch(sentence)), None)


def _may_stand_beside(sentence: str) -> bool:
    """Whether a sentence may belong to a notice: it addresses the reader, or is very short; and nobody is quoted."""
    if len(sentence) > _MAX_BESIDE or _quoted(sentence) or _OF_ONESELF.search(sentence):
        return False
    return len(sentence.split()) <= _FEW_WORDS or _ADDRESSED.search(sentence) is not None


def _quoted(sentence: str) -> bool:
    return any(sign in sentence for sign in '“”"«»„')
