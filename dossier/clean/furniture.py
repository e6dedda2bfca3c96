"""Lines that news pages put between the paragraphs of an article."""

from __future__ import annotations

import re

from dossier.clean.draft import Draft

MAX_RELATED = 3
"""So many headlines are taken after a label; a further one is doubtful, and stays."""

_SEPARATOR = re.compile(r"[\W_]+")
_ADVERTISEMENTS = (
    "advertisements? advertising advert sponsored sponsored.content anzeige werbung publicité publicidad anuncio "
    "pubblicità publicidade advertentie reklama reklam annons реклама 广告 廣告 広告 광고 إعلان"
).split()
_CONTINUES = r"(?:\s*[-–—:]\s*(?:continue reading|(?:story|article) continues|scroll to continue)[\w\s]{0,30})?"
_ADVERTISEMENT = re.compile(rf"[-–—*\[(\s]*(?:{'|'.join(_ADVERTISEMENTS)}){_CONTINUES}[-–—*\])\s.]*", re.IGNORECASE)
_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}"
_TIME_CODE = re.compile(rf"{_CLOCK}(?:\s*[/|]\s*{_CLOCK})?")
_LABELS = (
    "read (?:more|also|next|on|this)",
    "also read",
    "related(?: (?:stories|story|articles?|news|coverage|headlines|links|content))?",
    "see also",
    "more on this(?: story| topic)?",
    "recommended(?: for you)?",
    "you (?:may|might) also like",
    "don['’]t miss",
    "(?:à )?lire (?:aussi|plus)",
    "lesen sie auch",
    "mehr zum thema",
    "leer más",
    "lea también",
    "leia (?:também|mais)",
    "leggi anche",
    "lees ook",
    "läs (?:också|mer)",
    "czytaj (?:też|także|więcej)",
    "читайте также",
    "по теме",
    "延伸阅读",
    "相关新闻",
    "相關新聞",
    "関連記事",
    "관련기사",
)
_LABEL = rf"[►▶»>*\s]*(?:{'|'.join(_LABELS)})"
_RELATED_LABEL = re.compile(rf"{_LABEL}\s*[:：►▶»>]*", re.IGNORECASE)
_RELATED_INLINE = re.compile(rf"{_LABEL}\s*[:：]\s+(?=\S)", re.IGNORECASE)
_NAME_WORD = r"(?:[A-Z][\w.&’'-]*|agenc(?:y|ies)|news|wires?|the|and|in|from|of)"
_NAMES = rf"{_NAME_WORD}(?:[,;]?\s+{_NAME_WORD})*"
_WITH = (
    r"(?i:(?:with|additional|further)\s+(?:additional\s+)?"
    r"(?:inputs?|reporting|contributions?|information|material|files?)\s+(?:from|by))\s+"
)
_MADE = r"(?:(?:Additional )?[Rr]eporting|Writing|Editing|Compiled|Edited|Written)(?: and \w+ing)?\s+by\s+"
_SOURCE_NOTE = re.compile(
    rf"[(\[]{_WITH}[^()\[\]]+[)\]]\.?|{_WITH}{_NAMES}\.?"
    rf"|[(\[]{_MADE}[^()\[\]]+[)\]]?\.?|{_MADE}{_NAMES}(?:;\s*{_MADE}{_NAMES})*\.?"
    r"|(?i:[(\[]?(?:sources?|quellen?|fuentes?|fonti?|来源|來源)\s*[:：]\s*[^.]*[)\]]?)"
    r"|(?i:[(\[](?:agencies|from agencies|with agencies|news agencies|agences|agenturen|agencias)[)\]]\.?)"
)
_MAX_HEADLINE = 160
_MAX_NOTE_WORDS = 30
_MAX_BARE_NOTE_WORDS = 12
_NOTE_FROM_END = 4


def take_fields(draft: Draft) -> None:
    """Take what is no known field."""
    for part in draft.parts:
        if part.block.kind == "fields":
            draft.take(part, "front-matter")


def take_page(draft: Draft) -> None:
    """Take what a web page shows around its article."""
    for part in draft.parts:
        if part.block.kind == "page":
            draft.take(part, "page")


def take_markup(draft: Draft) -> None:
    """Take the markup that shows nothing itself, such as the definition of a link."""
    for part in draft.parts:
        if part.block.kind == "markup" and not _SEPARATOR.fullmatch(part.text):
            draft.take(part, "markup")


def take_separators(draft: Draft) -> None:
    """Take lines without a letter or digit."""
    for part in draft.parts:
        if part.block.kind != "code" and _SEPARATOR.fullmatch(part.text):
            draft.take(part, "separator")


def take_advertisements(draft: Draft) -> None:
    """Take the word that marks the place of an advertisement."""
    _take_matching(draft, _ADVERTISEMENT, "advertisement")


def take_time_codes(draft: Draft) -> None:
    """Take the length of a video, or the position in it."""
    _take_matching(draft, _TIME_CODE, "time-code")


def take_related(draft: Draft) -> None:
    """Take the label over related headlines, and the headlines: on its own line, or those that follow."""
    waiting = 0
    for part in draft.parts:
        if _RELATED_LABEL.fullmatch(part.text):
            draft.take(part, "related-label")
            waiting = MAX_RELATED
        elif (inline := _RELATED_INLINE.match(part.text)) and _like_headline(part.text[inline.end() :]):
            draft.take(part, "related-label", inline.end())
            draft.take(part, "related-headline")
            waiting = 0
        elif waiting and part.block.kind != "heading" and _like_headline(part.text) and not draft.cuts_a_sentence(part):
            draft.take(part, "related-headline")
            waiting -= 1
        else:
            waiting = 0


def take_repeated(draft: Draft) -> None:
    """Take a line that says the same as the one before it, if it is long enough to be no accident."""
    before = ""
    for part in draft.parts:
        words = " ".join(part.text.split())
        if words == before and words.count(" ") >= 3:
            draft.take(part, "repeated-line")
        before = words


def take_source_note(draft: Draft) -> None:
    """Take the note near the end that says from whom the report was put together."""
    for part in draft.parts[-_NOTE_FROM_END:]:
        limit = _MAX_NOTE_WORDS if part.text.startswith(("(", "[")) else _MAX_BARE_NOTE_WORDS
        if len(part.text.split()) <= limit and _SOURCE_NOTE.fullmatch(part.text):
            draft.take(part, "source-note")


def _take_matching(draft: Draft, pattern: re.Pattern[str], rule: str) -> None:
    for part in draft.parts:
        if pattern.fullmatch(part.text):
            draft.take(part, rule)


def _like_headline(text: str) -> bool:
    """Whether a line under a label reads like a headline: short, with no full stop at its end."""
    if len(text) > _MAX_HEADLINE:
        return False
    bare = text.rstrip("\"'”’»」)] ")
    first = text.lstrip("\"'“‘«„「([ ")[:1]
    abbreviated = re.search(r"\b(?:[A-Z]\.){2,}$", bare) is not None
    return bool(first) and not first.islower() and (abbreviated or not bare.endswith((".", ",", ":", ";", "。")))
