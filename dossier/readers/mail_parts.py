"""The parts of a mail: which are its text, in which forms, and which are attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from email.message import EmailMessage
from itertools import islice
from typing import Literal, cast

from dossier.model import Block, Contents, Diagnostic, Line, Location
from dossier.readers.decode import decode
from dossier.readers.html import fragment_contents
from dossier.readers.text import text_blocks

MAX_DEPTH = 10
MAX_PARTS = 500
Role = Literal["shown", "other", "around", "attached"]
"""`shown`: as text; `other`: in another form; `around`: what stands between its parts alone counts."""

_SIGNATURE = "-- "
"""The line over a signature (RFC 3676, 4.3)."""
_SHINGLE = 4
_LINK = re.compile(r"https?://[^\s<>\"]+")
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


def read_parts(message: EmailMessage, location: Location) -> tuple[Contents, list[EmailMessage]]:
    """Read the text of a mail, and list what is attached to it.

    Of several forms of one text HTML is the article, because it knows its paragraphs; what only another form says is
    kept as a part of the page around it.
    """
    found = list(islice(_roles(message), MAX_PARTS + 1))
    diagnostics: list[Diagnostic] = []
    if len(found) > MAX_PARTS:
        hint = "save what is missing from it as seeds of their own"
        diagnostics.append(
            Diagnostic("error", location, f"more than {MAX_PARTS} parts; the others were not read", hint)
        )
    blocks: dict[Role, list[Block]] = {"shown": [], "other": [], "around": []}
    for role, part in found[:MAX_PARTS]:
        if role != "attached":
            contents = _around(part, location) if role == "around" else _text_of(part, location)
            blocks[role] += contents.blocks
            diagnostics += contents.diagnostics
    attached = [part for role, part in found[:MAX_PARTS] if role == "attached"]
    shown, others = (blocks["shown"], blocks["other"]) if blocks["shown"] else (blocks["other"], [])
    apart = [*not_said(others, shown), *blocks["around"]]
    if shown:
        return Contents((*shown, *map(_as_page, apart)), diagnostics=tuple(diagnostics)), attached
    diagnostics += (_no_article(block, location) for block in apart)
    return Contents(diagnostics=tuple(diagnostics)), attached


def part_bytes(part: EmailMessage) -> bytes:
    """What a part holds, without the encoding it was sent in."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def not_said(blocks: Iterable[Block], shown: Iterable[Block]) -> Iterator[Block]:
    """Those of the blocks that hold words which the shown ones have not, or have not in that order."""
    shown = list(shown)
    links = {link.url for block in shown for link in block.links}
    wanted = [(block, set(_shingles(_words([block], without=links)))) for block in blocks]
    missing = set().union(*(shingles for _, shingles in wanted))
    words = _words(shown)
    for size in sorted({len(shingle) for shingle in missing}):
        missing.difference_update(_shingles(words, size))
    yield from (block for block, shingles in wanted if not shingles.isdisjoint(missing))


def _words(blocks: Iterable[Block], without: Iterable[str] = ()) -> list[str]:
    """The words of the blocks, without the addresses that are given."""
    known = frozenset(without)
    text = " ".join(line.text for block in blocks for line in block.lines)
    if known:
        text = _LINK.sub(lambda link: " " if link[0].rstrip(".,;:)]") in known else link[0], text)
    return _WORD.findall(text.casefold())


def _shingles(words: Sequence[str], size: int = _SHINGLE) -> Iterator[tuple[str, ...]]:
    """Every few words in succession; of fewer words, all."""
    size = min(size, len(words))
    return (tuple(words[start : start + size]) for start in range(len(words) - size + 1 if size else 0))


def _roles(part: EmailMessage, role: Role = "shown", depth: int = 0) -> Iterator[tuple[Role, EmailMessage]]:
    """Each part that holds no others, and what it is in its mail."""
    if part.get_content_maintype() != "multipart" or not part.is_multipart() or depth > MAX_DEPTH:
        yield _role(part, role, depth), part
        return
    yield "around", part
    children = cast("list[EmailMessage]", list(part.iter_parts()))
    form = part.get_content_type()
    chosen = _best(children) if form == "multipart/alternative" else children[:1]
    for child in children:
        same = form not in {"multipart/alternative", "multipart/related"} or any(child is each for each in chosen)
        yield from _roles(child, role if same else "other", depth + 1)


def _role(part: EmailMessage, role: Role, depth: int) -> Role:
    """What a part is that holds no others; one that only claims to hold some is a text."""
    kind, form = part.get_content_maintype(), part.get_content_subtype()
    is_text = kind == "text" and (form in {"plain", "html"} or role == "other")
    if depth > MAX_DEPTH or part.is_attachment() or (depth and part.get_filename()):
        return "attached"
    return role if is_text or kind == "multipart" else "attached"


def _best(children: Sequence[EmailMessage]) -> Sequence[EmailMessage]:
    """Of alternatives the last one that holds HTML, else plain text, else the last."""
    for form in ("text/html", "text/plain"):
        for child in reversed(children):
            if any(part.get_content_type() == form for part in child.walk()):
                return [child]
    return children[-1:]


def _text_of(part: EmailMessage, location: Location) -> Contents:
    text, undecoded = decode(part_bytes(part), location, declared=part.get_content_charset())
    if text is None:
        return Contents(diagnostics=undecoded)
    if "html" in part.get_content_subtype():
        contents = fragment_contents(text, location)
    elif str(part.get_param("format", "")).lower() == "flowed":
        joined = str(part.get_param("delsp", "")).lower() == "yes"
        contents = Contents(tuple(_flowed(text, joined=joined)))
    else:
        contents = Contents(tuple(_fixed(text)))
    return replace(contents, diagnostics=(*undecoded, *contents.diagnostics))


def _around(part: EmailMessage, location: Location) -> Contents:
    """What stands before and behind the parts of a part, where programs show nothing."""
    said = "\n\n".join(filter(None, (part.preamble, part.epilogue)))
    text, undecoded = decode(said.encode("utf-8", "surrogateescape"), location)
    return Contents(tuple(text_blocks(text or "")), diagnostics=undecoded)


def _fixed(text: str) -> Iterator[Block]:
    """The paragraphs of a text, and its signature."""
    for block in text_blocks(text):
        lines = block.lines
        above = next((index for index, line in enumerate(lines) if line.text == _SIGNATURE), len(lines))
        if above:
            yield replace(block, lines=lines[:above])
        if above < len(lines):
            yield Block("page", lines[above:])


def _flowed(text: str, *, joined: bool) -> Iterator[Block]:
    """The paragraphs of a text whose lines end in a space where they were broken (RFC 3676).

    Args:
        text: the text.
        joined: whether that space is no part of the text, as where words are not apart by spaces.
    """
    lines: list[Line] = []
    quoted = 0
    for number, typed in enumerate((*text.split("\n"), ""), 1):
        bare = typed.lstrip(">")
        depth, said = len(typed) - len(bare), bare.removeprefix(" ")
        if lines and (depth != quoted or not said.strip() or said == _SIGNATURE):
            yield _flowed_block(lines, quoted, joined=joined)
            lines = []
        quoted = depth
        if said.strip():
            lines.append(Line(number, said))
        ended = not said.endswith(" ") or said == _SIGNATURE
        if lines and ended and (depth or lines[0].text != _SIGNATURE):
            yield _flowed_block(lines, depth, joined=joined)
            lines = []


def _flowed_block(lines: Sequence[Line], quoted: int, *, joined: bool) -> Block:
    if not quoted and lines[0].text == _SIGNATURE:
        return Block("page", tuple(lines))
    if joined:
        text = "".join(line.text.removesuffix(" ") for line in lines)
        lines = [Line(lines[0].number, text)]
    return Block("quote" if quoted else "paragraph", tuple(lines), flowing=True)


def _as_page(block: Block) -> Block:
    return replace(block, kind="page", links=())


def _no_article(block: Block, location: Location) -> Diagnostic:
    """What is said of words around the parts of a mail that has no text."""
    said = " ".join(" ".join(line.text for line in block.lines).split())
    return Diagnostic("note", location, f"beside its parts stands: “{said[:200]}”", "nothing, if it is no article")
