"""What is the caption of a photo, and who made the photo."""

from __future__ import annotations

import re
from functools import lru_cache

from dossier.agencies import PICTURE_AGENCIES
from dossier.model import Credit

_MAX_CAPTION = 700
_MAX_CREDIT = 160
_PERSON = r"[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4}"
_CHAIN = rf"(?:(?:{_PERSON})\s?/\s?)*{PICTURE_AGENCIES}(?:\s?/\s?(?:{_PERSON}))*"
_PICTURE = r"(?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture|[Pp]ic)s?"
_LABEL = rf"(?:{_PICTURE}|(?:{_PICTURE} )?[Cc]redit)(?:\s+(?:by|courtesy(?: of)?|credit|via))?\s*[:/]?\s*"
_ANY = r"[^()\[\]]{2,80}?"

_CREDITS = tuple(
    re.compile(form)
    for form in (
        rf"\s*[(\[]{_LABEL}(?P<name>{_ANY})[)\]]\.?$",
        rf"\s*[(\[](?P<name>{_ANY}\b{_PICTURE}\b{_ANY}|{_PERSON} {_PICTURE}|{_CHAIN})[)\]]\.?$",
        rf"(?:^|(?<=[.!?”\"])\s+){_LABEL}(?<=[:/y])\s*(?P<name>[A-Z][^.]{{1,80}})\.?$",
        rf"(?:^|(?<=[.!?”\"])\s+)(?P<name>{_CHAIN}(?: {_PICTURE}(?:/{_PERSON})?)?(?:/File Photo)?)\.?$",
        rf"\s*[/|]\s?(?P<name>{_PERSON})\s+{_PICTURE}\.?$",
        r"\s+(?:©|\([cC]\))\s*(?P<name>[A-Z][^.]{1,80})$",
    )
)
_HINT = re.compile(rf"[Pp]hoto|[Ii]mage|[Pp]ic|[Cc]redit|©|\([cC]\)|{PICTURE_AGENCIES}")
"""What every credit holds; looked for first, because it is quick."""
_CAPTION = re.compile(
    r"^(?:FILE(?: PHOTO)?|PHOTO|Photo|File photo|Image|Picture|Caption)\s*[:–—-]\s"
    r"|\bin (?:this|an?) (?:[\w.,]+ ){0,5}"
    r"(?:photo|photograph|picture|image|video grab|grab|frame)\b"
)


@lru_cache(maxsize=1024)  # several rules ask about the same lines
def find_credit(text: str) -> Credit | None:
    """Find who made a photo, at the end of its caption: `/Reuters Photo`, `(AP Photo/Ada Vance)`, `Photo: Bo Lind`."""
    if len(text) > _MAX_CAPTION:
        return None
    start = max(0, len(text) - _MAX_CREDIT)
    if _HINT.search(text, start) is None:
        return None
    for form in _CREDITS:
        if match := form.search(text, start):
            return Credit(match["name"].strip(), match.start(), match.end())
    return None


@lru_cache(maxsize=1024)
def is_caption(text: str) -> bool:
    """Whether a paragraph is the caption of a photo: it credits one, or speaks of itself as one."""
    return len(text) <= _MAX_CAPTION and (find_credit(text) is not None or _CAPTION.search(text) is not None)
