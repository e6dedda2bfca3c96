"""Lines that news pages put between the paragraphs of an article."""

from __future__ import annotations

import re

from dossier.clean.draft import Draft

_SEPARATOR = re.compile(r"[\W_]+")
_ADVERTISEMENTS = (
    "advertisements? advertising advert sponsored sponsored.content anzeige werbung publicité publicidad anuncio "
    "pubblicità publicidade advertentie reklama reklam annons реклама 广告 廣告 広告 광고 إعلان"
).split()
_CONTINUES = r"(?:\s*[-–—:]\s*(?:continue reading|(?:story|article) continues|scroll to continue)[\w\s]{0,30})?"
_ADVERTISEMENT = re.compile(rf"[-–—*\[(\s]*(?:{'|'.join(_ADVERTISEMENTS)}){_CONTINUES}[-–—*\])\s.:：]*", re.IGNORECASE)
_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}"
_TIME_CODE = re.compile(rf"{_CLOCK}(?:\s*[/|]\s*{_CLOCK})?")
_SHORTCODE = re.compile(
    r"\[/?(?:pullquote|break|caption|embed\w{0,12}|gallery|audio|video|playlist|image|img|summary|youtube|tweet"
    r"|soundcloud)\b(?!:)[^\[\]]{0,300}\]",
    re.IGNORECASE,
)
_URL = r"(?:https?://|www\.|pic\.twitter\.com/)\S{3,600}"
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}|\[email[  ]protected\]"
_BEFORE = (
    r"(?:(?i:read or share this story|read more|online|via|source|link|web ?site|e-?mail|tip line|more)"
    r"|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4})"
)
_ADDRESS = re.compile(
    rf"(?:{_BEFORE}\s?[:：]\s?)?[<(\[]?(?:{_URL}|{_MAIL})[>)\]]?(?:\s(?:and )?(?:{_URL}|{_MAIL})){{0,3}}\s?\.?"
    r"|[#@]\w{2,40}(?:[\s,]+[#@]\w{2,40}){0,9}"
)
_MAX_ADDRESS = 700


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
        shows_nothing = part.block.kind == "markup" and not _SEPARATOR.fullmatch(part.text)
        if shows_nothing or (part.block.kind != "code" and _SHORTCODE.fullmatch(part.text)):
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


def take_repeated(draft: Draft) -> None:
    """Take a line that says the same as the one before it, if it is long enough to be no accident."""
    before = ""
    for part in draft.parts:
        words = " ".join(part.text.split())
        if words == before and words.count(" ") >= 3:
            draft.take(part, "repeated-line")
        before = words


def take_addresses(draft: Draft) -> None:
    """Take an address of the web or of a mailbox, a handle or a hash tag that has a line of its own."""
    for part in draft.alone:
        if (
            len(part.text) <= _MAX_ADDRESS
            and any(sign in part.text for sign in "/.@#")
            and _ADDRESS.fullmatch(part.text)
        ):
            draft.take(part, "address")


def _take_matching(draft: Draft, pattern: re.Pattern[str], rule: str) -> None:
    for part in draft.parts:
        if pattern.fullmatch(part.text):
            draft.take(part, rule)
