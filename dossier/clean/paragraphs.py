"""From the lines that are left to paragraphs: where one ends, which is a caption, how it is addressed."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from itertools import groupby, pairwise

from dossier.clean.draft import Draft, Part
from dossier.model import BlockKind, Credit, Paragraph, ParagraphKind, SourceLink
from dossier.scripts import join_lines

_WRAP_WIDTH = 120
"""A text with a longer line than this was not broken into lines by a program that wraps."""
_FULL = 0.6
"""A line at least this part of the longest is long enough to have been broken by wrapping."""
_ITEM = re.compile(r"(?:[*•·‣–-]|\d{1,2}[.)])\s+\S")
_TERMINAL = re.compile(r"[.!?…:;。！？؟।][\"'”’»」』)\]]*$")

_KEPT: dict[BlockKind, ParagraphKind] = {"heading": "heading", "list": "list", "quote": "quote", "code": "code"}

_MAX_CAPTION = 700
_NAMED = r"(?P<name>[A-Z][\w.&’'/ -]{1,60}?)"
_CREDITS = tuple(
    re.compile(form)
    for form in (
        rf"\s*[/|]\s?{_NAMED}\s+(?:[Pp]hoto|[Ii]mage|[Pp]icture)s?\.?$",
        rf"\s*[(\[]{_NAMED}\s+(?:Photo|Image|Picture)s?(?:/[^()\[\]]{{2,40}})?[)\]]\.?$",
        (
            r"\s*[(\[](?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit)s?(?:\s+(?:by|courtesy(?: of)?|credit)|\s*[:/])*"
            rf"\s*{_NAMED}[)\]]\.?$"
        ),
        rf"(?<=[.!?”\"])\s+(?:Photo(?:graph)?|Image|Picture|(?:Photo )?[Cc]redit)s?(?:\s+by|\s*:)\s*{_NAMED}\.?$",
        r"\s+(?P<name>REUTERS|AFP|AP)/[A-Z][\w.’' -]{2,40}$",
        rf"\s+(?:©|\([cC]\))\s*{_NAMED}$",
    )
)
_CAPTION = re.compile(
    r"^(?:FILE(?: PHOTO)?|PHOTO|Photo|File photo|Image|Picture|Caption)\s*[:–—-]\s"
    r"|\bin (?:this|an?) (?:(?:undated|file|handout|combination|screen|satellite|still|released) ){0,3}"
    r"(?:photo|photograph|picture|image|video grab|grab|frame)\b"
)


def build_paragraphs(draft: Draft) -> tuple[Paragraph, ...]:
    """Build the paragraphs of what is left, taking a caption that stands there already."""
    width = _wrap_width(draft.parts)
    blocks = groupby(draft.parts, key=lambda part: id(part.block))
    groups = [group for _, block in blocks for group in _split(list(block), width)]
    paragraphs: list[Paragraph] = []
    captions: set[str] = set()
    seen: Counter[str] = Counter()
    for group in groups:
        text, links = _join(group)
        kind, credit = _kind(group[0], text)
        if kind == "caption":
            bare = " ".join((text if credit is None else text[: credit.start]).split())
            if bare in captions:
                for part in group:
                    draft.take(part, "repeated-caption")
                continue
            captions.add(bare)
        anchor = _anchor(text)
        seen[anchor] += 1
        anchor = anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}"
        paragraphs.append(Paragraph(anchor, kind, text, tuple(part.number for part in group), links, credit))
    return tuple(paragraphs)


def _split(parts: list[Part], width: int | None) -> list[list[Part]]:
    """Split the lines of one block into paragraphs; `width` is that of `_wrap_width`."""
    block = parts[0].block
    if block.flowing or block.kind == "code":
        return [parts]
    if width is None:
        return [[part] for part in parts]
    groups = [[parts[0]]]
    for before, part in pairwise(parts):
        ended = len(before.text) < _FULL * width and _TERMINAL.search(before.text)
        if ended or _ITEM.match(part.text) or part.number > before.number + 1:
            groups.append([part])
        else:
            groups[-1].append(part)
    return groups


def _wrap_width(parts: list[Part]) -> int | None:
    """The width a text is wrapped at: if most line ends inside its blocks cut a sentence at about that width."""
    longest = max((len(part.text) for part in parts), default=0)
    if longest > _WRAP_WIDTH:
        return None
    inner = [
        len(before.text) >= _FULL * longest and not _TERMINAL.search(before.text)
        for before, part in pairwise(parts)
        if before.block is part.block and not part.block.flowing
    ]
    return longest if sum(inner) * 2 > len(inner) else None


def _join(group: list[Part]) -> tuple[str, tuple[SourceLink, ...]]:
    block = group[0].block
    if block.kind == "code":
        return "\n".join(part.text for part in group), ()
    text = join_lines(part.text for part in group)
    starts: list[tuple[Part, int]] = []
    position = 0
    for part in group:
        position = text.index(part.text, position)
        starts.append((part, position))
        position += len(part.text)

    def moved(offset: int) -> int | None:
        for part, start in starts:
            if part.offset <= offset <= part.offset + len(part.text):
                return start + offset - part.offset
        return None

    links = ((moved(link.start), moved(link.end), link.url) for link in block.links)
    return text, tuple(
        SourceLink(start, end, url) for start, end, url in links if start is not None and end is not None
    )


def _kind(part: Part, text: str) -> tuple[ParagraphKind, Credit | None]:
    kind = part.block.kind
    if kind == "paragraph" and len(text) <= _MAX_CAPTION:
        for form in _CREDITS:
            if match := form.search(text):
                return "caption", Credit(match["name"].strip(), match.start(), match.end())
        if _CAPTION.search(text):
            return "caption", None
    return _KEPT.get(kind, "paragraph"), None


def _anchor(text: str) -> str:
    """Eight hexadecimal digits of the words' SHA-256, white space and capitals aside."""
    words = " ".join(text.casefold().split())
    return f"p-{hashlib.sha256(words.encode()).hexdigest()[:8]}"
