"""XML that is not well-formed, mended so that a parser keeps every word of it."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.entities import html5

_DOCTYPE = re.compile(r"<!DOCTYPE\b[^<>\[]*+(?:\[(?>[^\]]|\](?!\s*+>))*+\]\s*+)?>", re.IGNORECASE)
_TOKEN = re.compile(
    r"(?P<opener><!\[CDATA\[|<!--|<\?)"
    r"|(?P<tag><(?P<end>/?)(?P<name>[A-Za-z_][\w.-]*+(?::[\w.-]++)?)(?P<rest>(?:\"[^\"<]*+\"|'[^'<]*+'|[^<>\"'])*+)>)"
    r"|(?P<sign>&(?:#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z]\w{0,31};)?|<|\]\]>|[\ufffe\uffff])"
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements of HTML that never hold anything."""
_CLOSERS = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>"}
_ATTRIBUTE = re.compile(r"\s([A-Za-z_][\w.-]*+(?::[\w.-]++)?)\s*+=\s*+(?:\"([^\"<]*+)\"|'([^'<]*+)')")
_REFERENCE = re.compile(r"&(?:#?\w{1,32};)?")
_ENTRIES = frozenset(("item", "entry"))
_SIGNS = {"<": "&lt;", "&": "&amp;", '"': "&quot;", "]]>": "]]&gt;", "\ufffe": "\ufffd", "\uffff": "\ufffd"}
_DEEPEST = 1000
"""A parser refuses what is nested deeper than 2,048."""


def without_prologue(text: str) -> str:
    """XML without its declaration and document type, so that no entity is defined; its lines stay where they are."""
    start, seen = 0, -1
    while start != seen:
        seen = start
        while text[start : start + 1].isspace():
            start += 1
        start = _behind(text, start, "<?")
        start = _behind(text, start, "<!--")
        found = _DOCTYPE.match(text, start)
        start = found.end() if found else start
    rest = f"&lt;{text[start + 1 :]}" if text.startswith("<!", start) else text[start:]
    return "\n" * text.count("\n", 0, start) + rest


def _behind(text: str, start: int, opener: str) -> int:
    """Where the text goes on behind what begins so at its start, if it does and has an end."""
    end = text.find(_CLOSERS[opener], start + len(opener)) if text.startswith(opener, start) else -1
    return start if end < 0 else end + len(_CLOSERS[opener])


def well_formed(text: str) -> str:
    """The same XML, so that a parser takes it: its elements closed, and what is no markup written as text.

    An entry that is not closed ends where the next one begins. Lines stay where they are.
    """
    mender = _Mender(text)
    endless: set[str] = set()
    end = 0
    while token := _TOKEN.search(text, end):
        mender.say(_words(text[end : token.start()]))
        end, opener = token.end(), token["opener"]
        if opener is not None:
            behind = end if opener in endless else _behind(text, token.start(), opener)
            if behind <= end:
                endless.add(opener)  # what never ends is text
            else:
                mender.take_whole(text[token.start() : behind], opener)
            end = max(end, behind)
        elif token["tag"] is not None:
            mender.take_tag(token)
        else:
            mender.say(_written(token["sign"]))
    mender.say(_words(text[end:]))
    return mender.finish()


class _Mender:
    """Writes one token after the other, and knows which elements are open."""

    def __init__(self, text: str) -> None:
        self.closed = frozenset(re.findall(r"</([A-Za-z_][\w:.-]*)", text))
        self.out: list[str] = []
        self.before: list[str] = []
        """What stands before the first element."""
        self.open: list[str] = []
        self.times: Counter[str] = Counter()
        self.deeper: Counter[str] = Counter()
        """The elements that are open, but left out because they stand too deep."""

    def say(self, words: str) -> None:
        (self.out if self.open else self.before).append(words)

    def take_whole(self, words: str, opener: str) -> None:
        """Take text that is marked as such, or leave out a comment or an instruction."""
        self.say(words if opener == "<![CDATA[" else "\n" * words.count("\n"))

    def take_tag(self, token: re.Match[str]) -> None:
        name, rest, lines = token["name"], token["rest"].strip(), "\n" * token[0].count("\n")
        empty = rest.endswith("/") or (name in VOID and name not in self.closed)
        if token["end"]:
            self.end(name)
            self.say(lines)
        else:
            if name.rpartition(":")[2] in _ENTRIES:
                self.end(name)
            attributes = _ATTRIBUTE.findall(token["rest"])
            self.start(name, {key: one or other for key, one, other in reversed(attributes)}, empty=empty)
            self.say(lines)

    def start(self, name: str, attributes: dict[str, str], *, empty: bool) -> None:
        if len(self.open) >= _DEEPEST:
            self.deeper[name] += not empty
            return
        first = not self.open
        written = "".join(f' {key}="{_value(value)}"' for key, value in attributes.items())
        if empty and not first:
            self.out.append(f"<{name}{written}/>")
            return
        self.out.append(f"<{name}{written}>")
        self.open.append(name)
        self.times[name] += 1

    def end(self, name: str) -> None:
        """Close an element and those in it; the first one of all is closed last, whatever stands behind its end."""
        if self.deeper[name]:
            self.deeper[name] -= 1
            return
        if self.times[name] - (self.open[:1] == [name]) <= 0:
            return
        while True:
            last = self.open.pop()
            self.times[last] -= 1
            self.out.append(f"</{last}>")
            if last == name:
                return

    def finish(self) -> str:
        while self.open:
            self.out.append(f"</{self.open.pop()}>")
        lines = "\n" * sum(words.count("\n") for words in self.before)
        words = " ".join(" ".join(self.before).split())
        if not self.out:
            return lines + words
        return f"{lines}{self.out[0]}{words}{''.join(self.out[1:])}"


def _words(text: str) -> str:
    """Text without markup: what is left out before it must not make an end of marked text of it."""
    return text.replace(">", "&gt;")


def _value(value: str) -> str:
    """What stands in an attribute, as XML writes it."""
    return _REFERENCE.sub(lambda found: _written(found[0]), " ".join(value.split())).replace('"', "&quot;")


def _written(sign: str) -> str:
    """A sign, or the character that a reference stands for, as XML writes it; what is no reference is text."""
    if sign.startswith("&#"):
        said = unescape(sign)
    elif sign.startswith("&") and len(sign) > 1:
        said = html5.get(sign[1:], sign)
    else:
        return _SIGNS.get(sign, sign)
    return "".join(_SIGNS.get(letter, letter if letter >= " " or letter in "\t\n" else "\ufffd") for letter in said)
