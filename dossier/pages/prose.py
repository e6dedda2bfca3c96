"""Text to Markdown that shows exactly that text, whatever is in it and whichever program renders it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote, urlsplit

_ACTIVE = re.compile(
    # Emphasis, links, markup, templates, tables, critic, maths, headings, handles; and four that depend on what is
    # beside them. All stand in one class, because a search for a class is several times as fast as for alternatives.
    r"[\\`*_{}\[\]<>&|~^=$#@%:+\-.]"
    r"(?:(?<![:+\-.])|(?<=:)(?=\S)|(?<=\+)(?=\+)|(?<=-)(?=-)|(?i:(?<=www\.)))"  # emoji and addresses, keys, dashes
)
_BEGINS_BLOCK = re.compile(r"(?P<number>\d+|[A-Za-z]|[ivxIVX]{2,5})?(?P<sign>(?(number)[.)](?=\s|$)|[-+!?:/]))")
_SPACE = re.compile(r"\s+")
_REVERSING = re.compile(r"[\u202a-\u202e]")  # would draw what follows them backwards
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")  # Python-Markdown marks what it has stashed by some of them

Write = Callable[[str], str]
"""Writes the Markdown of words that are escaped."""
Span = tuple[int, int, Write]
"""`text[start:end]`, and how it is written."""


def escape(text: str, *, begins: bool = True) -> str:
    """Write a text, or a part of a line, as Markdown of one line in which nothing of it is active.

    Every character with a meaning in any Markdown dialect becomes a numeric character reference: no pass over raw
    text (snippets, templates, abbreviations, footnotes) and none over inline text sees it.

    Args:
        text: any text.
        begins: whether it may stand at the beginning of a line, where more characters have a meaning.
    """
    # What can all be printed has neither control characters, nor such that reverse it, nor any space but the usual one.
    is_tidy = text.isprintable() and "  " not in text
    line = text if is_tidy else _CONTROL.sub("\ufffd", _SPACE.sub(" ", _REVERSING.sub("", text)))
    if begins:
        line = line.lstrip()
    start = _BEGINS_BLOCK.match(line) if begins else None
    if start is None:
        return _ACTIVE.sub(_reference, line)
    return f"{start['number'] or ''}&#{ord(start['sign'])};" + _ACTIVE.sub(_reference, line[start.end() :])


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def attribute(text: str) -> str:
    """Write a text as the value of an attribute, or inside of raw HTML: no dialect of Markdown finds anything in it."""
    return escape(text, begins=False).replace('"', "&#34;")


def escape_code(text: str) -> str:
    """Write a text of several lines as one line of an HTML block in which nothing of it is active."""
    return "&#10;".join(escape(line, begins=False) for line in text.split("\n"))


def link(shown: str, target: str) -> str:
    """A Markdown link; `shown` is Markdown, `target` a path within the site or the result of `safe_url`."""
    return f"[{shown}]({target})"


def linker(target: str) -> Write:
    """Writes words as a link to a target."""
    return lambda shown: link(shown, target)


def safe_url(url: str) -> str | None:
    """The address as a Markdown link may hold it; `None` if it is not one of the web or of mail."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https", "mailto"} or any(map(str.isspace, url)):
        return None
    return quote(url, safe=":/?#@!&+,;=%-._")


def splice(text: str, spans: Iterable[Span]) -> str:
    """Escape a text, and write each span `text[start:end]` as its function makes it of the escaped words.

    The spans must not overlap.
    """
    parts: list[str] = []
    position = 0
    for start, end, write in sorted(spans, key=lambda span: span[:2]):
        parts += (escape(text[position:start], begins=not position), write(escape(text[start:end], begins=False)))
        position = end
    return "".join((*parts, escape(text[position:], begins=not position)))
