"""JSON: an article a record, under the names that are known or that the user says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dossier.model import Block, Contents, Diagnostic, Field, Line, Location, Record, SeedFile
from dossier.readers.decode import decode
from dossier.readers.html import fragment_contents
from dossier.readers.limits import MAX_BYTES, too_large
from dossier.readers.text import text_blocks

NAMES: dict[str, str] = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("date", "published", "published_at", "publishedAt", "date_published", "datePublished"), "date"),
    **dict.fromkeys(("updated", "updated_at", "date_modified", "dateModified"), "updated"),
    **dict.fromkeys(("text", "body", "content", "content_text", "articleBody", "paragraphs"), "text"),
    **dict.fromkeys(("html", "content_html", "body_html"), "html"),
    **dict.fromkeys(("outlet", "source", "publisher", "site_name"), "outlet"),
    **dict.fromkeys(("authors", "author", "byline"), "authors"),
    **dict.fromkeys(("url", "link", "canonical_url"), "url"),
    **dict.fromkeys(("language", "lang", "inLanguage"), "language"),
    **dict.fromkeys(("section", "articleSection"), "section"),
    **dict.fromkeys(("keywords", "tags"), "keywords"),
    "dateline": "dateline",
    "slug": "slug",
    **dict.fromkeys(("id", "guid", "uuid"), "id"),
}
"""What a field of a record may be called, and what it is."""

_LISTS = ("articles", "items", "results", "docs", "documents", "records", "data", "entries")
"""Where an object that is no article itself may hold a list of them."""
_SAID = ("name", "rendered", "text", "value", "content")
"""Where an object that stands for a text holds it."""
_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|a)\b[^<>]*>", re.IGNORECASE)


def read_json(file: SeedFile, names: Mapping[str, str]) -> Iterator[Record]:
    """Read a file of JSON: an article, a list of them, or an object that holds such a list."""
    if refused := too_large(file, hint="save it as JSON Lines, one article a line, in a file named .jsonl"):
        yield refused
        return
    text, undecoded = decode(file.path.read_bytes(), file.location)
    if text is None or not text.strip():
        yield Record(Contents(diagnostics=undecoded), file.location, "")
        return
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Record(
            Contents(
                diagnostics=(
                    *undecoded,
                    _not_json(error, file.location),
                )
            ),
            file.location,
            "",
        )
        return
    yield from ([Record(Contents(diagnostics=undecoded), file.location, "")] if undecoded else [])
    records = _records(found)
    for number, record in enumerate(records, 1):
        yield _record(record, replace(file.location, record=number if len(records) > 1 else 0), names)


def read_json_lines(file: SeedFile, names: Mapping[str, str]) -> Iterator[Record]:
    """Read a file of JSON Lines, one article a line; its number is that of the line."""
    with file.path.open("rb") as lines:
        number = 0
        while line := lines.readline(MAX_BYTES + 1):
            number += 1
            if len(line) > MAX_BYTES:
                message = f"a line of more than {MAX_BYTES:,} bytes; the file is not read further"
                seen = Diagnostic("error", file.location.at(number), message, "is it JSON Lines, one article a line?")
                yield Record(Contents(diagnostics=(seen,)), file.location, "")
                return
            if line.strip():
                yield _line(line, file.location, number, names)


def _line(line: bytes, location: Location, number: int, names: Mapping[str, str]) -> Record:
    text, undecoded = decode(line, location.at(number))
    undecoded = tuple(replace(seen, location=location.at(number)) for seen in undecoded)
    try:
        record = json.loads(text or "null")
    except (ValueError, RecursionError) as error:
        seen = replace(_not_json(error, location), location=location.at(number))
        return Record(Contents(diagnostics=(*undecoded, seen)), location, "")
    read = _record(record, replace(location, record=number), names)
    return replace(read, contents=replace(read.contents, diagnostics=(*undecoded, *read.contents.diagnostics)))


def _records(found: Any) -> Sequence[Any]:
    if isinstance(found, list):
        return found
    if isinstance(found, dict):
        lists = (found[name] for name in _LISTS if _is_list_of_objects(found.get(name)))
        return [found] if any(NAMES.get(name) == "text" for name in found) else next(lists, [found])
    return [found]


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def _record(record: Any, location: Location, names: Mapping[str, str]) -> Record:
    """One article; what is called by no known name is kept as lines that are not used."""
    if not isinstance(record, dict):
        seen = Diagnostic("error", location, "is no JSON object with an article's fields", "see the handbook on JSON")
        return Record(Contents(diagnostics=(seen,)), location, "")
    known = {**NAMES, **names}
    fields: list[Field] = []
    blocks: list[Block] = []
    unused: list[Line] = []
    key = ""
    texts: list[tuple[int, str, Any]] = []
    for name, value in _flat(record, known):
        meaning = known.get(name)
        if meaning in {"text", "html"}:
            texts.append((sum(map(len, _texts(value))), name, value))
        elif meaning == "id":
            key = key or "".join(_texts(value))
        elif meaning is not None and (values := tuple(_texts(value))):
            fields.append(Field(meaning, values, location, f"its field {name}"))
        elif meaning is None and (text := " ".join("; ".join(_texts(value)).split())):
            unused.append(Line(0, f"{name}: {text}"))
    texts.sort(key=lambda each: -each[0])  # the longest is the article, the others its teasers
    for length, name, value in texts:
        if not blocks:
            blocks = _blocks(value, known[name], location)
        elif length:
            unused += [Line(0, f"{name}: {' '.join(text.split())}") for text in _texts(value)]
    if not blocks:
        seen_names = ", ".join(list(record)[:12]) or "none"
        hint = "say which of them is the text in the option `fields`, such as `fields: {story: text}`"
        seen = Diagnostic("error", location, f"no text in this record; its fields are {seen_names}", hint)
        return Record(Contents(diagnostics=(seen,)), location, "")
    key = key or next((field.values[0] for field in fields if field.name == "url"), "") or str(location.record or "")
    more = (Block("fields", tuple(unused)),) if unused else ()
    return Record(Contents((*more, *blocks), tuple(fields)), location, key if location.record else "")


def _flat(record: Mapping[str, Any], known: Mapping[str, str], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The fields of a record; those of an object within it under names such as `meta.title`, if that is not known."""
    for name, value in record.items():
        if isinstance(value, dict) and prefix + name not in known and prefix.count(".") < 3:
            yield from _flat(value, known, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _texts(value: Any) -> Iterator[str]:
    """The texts in a value: of an object its name, of anything else that is no text, how JSON writes it."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            said = next((each[key] for key in _SAID if isinstance(each.get(key), str)), None)
            yield json.dumps(each, ensure_ascii=False) if said is None else said
        elif isinstance(each, str):
            if each.strip():
                yield each.strip()
        elif each is not None:
            yield json.dumps(each)


def _blocks(value: Any, meaning: str, location: Location) -> list[Block]:
    text = "\n\n".join(_texts(value))
    if meaning == "html" or _MARKUP.search(text):
        return list(fragment_contents(text, location).blocks)
    return text_blocks(text.replace("\r\n", "\n"))


def _not_json(error: Exception, location: Location) -> Diagnostic:
    line = getattr(error, "lineno", 0)
    message = f"not JSON: {getattr(error, 'msg', 'nested too deep')}"
    return Diagnostic("error", location.at(line), message, "mend it there; the other seeds are read")
