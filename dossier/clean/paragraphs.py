"""From the lines that are left to paragraphs: where one ends, which is a caption, how it is addressed."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from itertools import groupby, pairwise

from dossier.clean.captions import find_credit, is_caption
from dossier.clean.draft import FULL, TERMINAL, Draft, Part, wrap_width
from dossier.model import BlockKind, Credit, Paragraph, ParagraphKind, SourceLink
from dossier.scripts import join_lines

_ITEM = re.compile(r"(?:[*•·‣–-]|\d{1,2}[.)])\s+\S")

_KEPT: dict[BlockKind, ParagraphKind] = {"heading": "heading", "list": "list", "quote": "quote", "code": "code"}


def build_paragraphs(draft: Draft) -> tuple[Paragraph, ...]:
    """Build the paragraphs of what is left, taking a caption that stands there already."""
    width = wrap_width(draft.parts)
    blocks = groupby(draft.parts, key=lambda part: id(part.block))
    groups = [group for _, block in blocks for group in _split(list(block), width)]
    paragraphs: list[Paragraph] = []
    captions: set[str] = set()
    seen: Counter[str] = Counter()
    for group in groups:
        text, links = _join(group)
        kind, credit = _kind(group[0], text)
        if kind == "caption":
            words = text if credit is None else text[: credit.start]
            bare = " ".join((words.strip() or text).split())
            if bare in captions:
                for part in group:
                    draft.take(part, "repeated-caption")
                continue
            captions.add(bare)
        anchor = _anchor(text)
        seen[anchor] += 1
        anchor = anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}"
        paragraphs.append(
            Paragraph(anchor, kind, text, tuple(dict.fromkeys(part.number for part in group)), links, credit)
        )
    return tuple(paragraphs)


def _split(parts: list[Part], width: int | None) -> list[list[Part]]:
    """Split the lines of one block into paragraphs; `width` is that of `wrap_width`."""
    block = parts[0].block
    if block.flowing or block.kind == "code":
        return [parts]
    groups = [[parts[0]]]
    for before, part in pairwise(parts):
        if part.goes_on or (width is not None and not _is_over(before, part, width)):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _is_over(before: Part, part: Part, width: int) -> bool:
    """Whether a paragraph of wrapped lines ends before this part."""
    ended = before.full < FULL * width and TERMINAL.search(before.text) is not None
    return ended or _ITEM.match(part.text) is not None or part.number > before.number + 1


def _join(group: list[Part]) -> tuple[str, tuple[SourceLink, ...]]:
    block = group[0].block
    if block.kind == "code":
        return "\n".join(part.text for part in group), ()
    lines: list[str] = []
    for part in group:
        if part.goes_on and lines:
            lines[-1] += part.text
        else:
            lines.append(part.text)
    text = join_lines(lines)
    starts: list[tuple[Part, int]] = []
    position = 0
    for part in group:
        position = text.index(part.text, position)
        starts.append((part, position))
        position += len(part.text)

    offsets = [part.offset for part, _ in starts]

    def moved(offset: int) -> int | None:
        part, start = starts[max(0, bisect_right(offsets, offset) - 1)]
        return start + offset - part.offset if 0 <= offset - part.offset <= len(part.text) else None

    links = ((moved(link.start), moved(link.end), link.url) for link in block.links)
    return text, tuple(
        SourceLink(start, end, url) for start, end, url in links if start is not None and end is not None
    )


def _kind(part: Part, text: str) -> tuple[ParagraphKind, Credit | None]:
    kind = part.block.kind
    if kind == "caption" or (kind == "paragraph" and (part.captioned or is_caption(text))):
        return "caption", find_credit(text)
    return _KEPT.get(kind, "paragraph"), None


def _anchor(text: str) -> str:
    """Eight hexadecimal digits of the words' SHA-256, white space and capitals aside."""
    words = " ".join(text.casefold().split())
    return f"p-{hashlib.sha256(words.encode()).hexdigest()[:8]}"
