"""The register, `entities.yml`: loaded, validated entry by entry, every complaint with its line."""

from __future__ import annotations

import difflib
import re
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from dossier.garbage import uncollected
from dossier.model import RESERVED, Alias, Diagnostic, Entity, Location, Register
from dossier.register.doubtful import contradictions, doubtful_names
from dossier.register.merging import ends, merged
from dossier.register.schema import (
    CONDITIONAL,
    PLAIN,
    AliasEntry,
    AnyAlias,
    EntityEntry,
    Id,
    RegisterFile,
    Text,
    default_case,
    id_of,
)
from dossier.yaml_lines import YamlList, YamlMap, YamlNode, YamlProblem, YamlText, parse_yaml

_COMPLAINTS: dict[str, tuple[str, str]] = {
    "missing": ("is missing", "add it"),
    "extra_forbidden": ("is no key that is known here", "take it out, or mend its spelling"),
    "list_type": ("should be a list", "put it into brackets: [ … ]"),
    "dict_type": ("should be a mapping", "write one `name: value` a line"),
    "model_type": ("should be a mapping", "begin it with `name: …`"),
    "string_type": ("should be a text", "write a text"),
    "string_too_short": ("is empty", "write a text, or delete the line"),
    "string_too_long": ("is too long for an address", "use at most 80 characters"),
    "string_pattern_mismatch": ("is no id", "use small letters, digits and single hyphens"),
}
"""For a kind of mistake: what is said of the place, and what to do."""
_MENDED = "see docs/handbook/register.md"
_FEW = 12
_NEAR = 20
"""So many ids before an unknown one in the alphabet, and behind it, are compared with it: a register may have many."""


def load_register(path: Path, location: Location) -> tuple[Register, tuple[Diagnostic, ...]]:
    """Load the register. A bad entry is left out and said; the others stand. No file is an empty register."""
    if not path.exists():
        hint = "make one, or set `entities` to where it is; without it nothing is linked"
        return Register(), (Diagnostic("warning", location, "no register", hint),)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return Register(), (Diagnostic("error", location, f"cannot be read: {error}", "save it as UTF-8 text"),)
    return read_register(text, location)


def read_register(text: str, location: Location) -> tuple[Register, tuple[Diagnostic, ...]]:
    """Read the text of a register, which stands at the location."""
    with uncollected():  # all that is made of a register stays
        try:
            node = parse_yaml(text.removeprefix("\ufeff"))
        except YamlProblem as problem:
            hint = "mend this line; nothing is linked"
            return Register(), (Diagnostic("error", location.at(problem.line), f"not YAML: {problem.message}", hint),)
        return _Loader(location).load(node)


V = TypeVar("V")


class _Loader:
    """Turns the file's nodes into a register, and keeps what is wrong."""

    def __init__(self, location: Location) -> None:
        self.path = location.path
        self.diagnostics: list[Diagnostic] = []

    def load(self, node: YamlNode | None) -> tuple[Register, tuple[Diagnostic, ...]]:
        sections: dict[str, YamlNode] = {}
        for key, value in self.pairs(node):
            if key.text in RegisterFile.model_fields:
                sections[key.text] = value
            else:
                self.say(
                    "warning", key.line, f"unknown section `{key.text}`", _meant(key.text, RegisterFile.model_fields)
                )
        listed = {entity.id: entity for entity in self.entities(sections.get("entities"))}
        redirects = self.redirects(sections.get("redirects"), listed)
        entities = merged(listed, redirects)
        self.check_shared_aliases(entities)
        self.check_distinct(listed, sections.get("distinct"))
        suppress = tuple(self.each(_TEXT, "suppress", sections.get("suppress")))
        distinct = tuple(self.each(_IDS, "distinct", sections.get("distinct")))
        for doubt in (*doubtful_names(entities), *contradictions(entities, suppress, distinct, redirects)):
            self.say(*doubt)
        register = Register(
            entities=entities,
            suppress=tuple(text for text, _ in suppress),
            distinct=tuple(tuple(ids) for ids, _ in distinct),
            redirects=tuple(redirects.items()),
            merged=tuple(entity for entity in listed.values() if entity.id in redirects),
        )
        return register, tuple(self.diagnostics)

    def each(self, schema: TypeAdapter[V], name: str, node: YamlNode | None) -> Iterator[tuple[V, int]]:
        """The entries of a list that are right, with their lines; what is wrong with another one is said."""
        for value in self.values(name, node):
            entry = self.validate(schema, name, value, _plain(value))
            if entry is not None:
                yield entry, value.line

    def values(self, name: str, node: YamlNode | None) -> list[YamlNode]:
        if isinstance(node, YamlList):
            return node.values
        if node is not None and not (isinstance(node, YamlText) and not node.text):
            self.say("error", node.line, f"`{name}` is no list", "begin each entry with a line `- …`")
        return []

    def pairs(self, node: YamlNode | None) -> Iterable[tuple[YamlText, YamlNode]]:
        if isinstance(node, YamlMap):
            return node.pairs
        if node is not None and _plain(node) != "":
            self.say("error", node.line, "the register is no mapping", "begin it with a line `entities:`")
        return ()

    def entities(self, node: YamlNode | None) -> Iterator[Entity]:
        first: dict[str, int] = {}
        for value in self.values("entities", node):
            if not isinstance(value, YamlMap):
                self.validate(_ENTITY, "", value, _plain(value))
                continue
            given = self.fields(value)
            aliases = given.pop("aliases", None)
            plain = {key: text for key, node in given.items() if _is_given(key, text := _plain(node))}
            entry = self.validate(_ENTITY, "", value, plain)
            if entry is None:
                continue
            entity = self.entity(entry, given["name"].line, self.each(_ALIAS, "aliases", aliases), value.line)
            if entity.id in first:
                hint = f"line {first[entity.id]} has it already: merge the two, or give one another `id`"
                self.say("error", value.line, f"duplicate id `{entity.id}`", hint)
            elif entity.id in RESERVED:
                self.say("error", value.line, f"`{entity.id}` is the address of a list", "give it another `id`")
            else:
                first[entity.id] = value.line
                yield entity

    def entity(
        self, entry: EntityEntry, name_line: int, names: Iterable[tuple[str | AliasEntry, int]], line: int
    ) -> Entity:
        case = default_case(entry.kind, entry.name)
        aliases = {entry.name: Alias(entry.name, case, source=Location(self.path, name_line))}
        for alias, alias_line in names:
            at = Location(self.path, alias_line)
            if isinstance(alias, str):
                aliases.setdefault(alias, Alias(alias, default_case(entry.kind, alias), source=at))
            else:
                case = alias.case or default_case(entry.kind, alias.text)
                aliases[alias.text] = Alias(alias.text, case, alias.scope, tuple(alias.exceptions), at, is_plain=False)
        return Entity(
            id=entry.id or id_of(entry.name),
            name=entry.name,
            kind=entry.kind,
            aliases=tuple(aliases.values()),
            description=" ".join(entry.description.split()),
            links=tuple(entry.links.items()),
            status=entry.status,
            location=Location(self.path, line),
        )

    def validate(self, schema: TypeAdapter[V], name: str, node: YamlNode, plain: Any) -> V | None:
        """Validate a plain value against its schema; each complaint finds its line by way of the node."""
        try:
            return schema.validate_python(plain)
        except ValidationError as error:
            for problem in error.errors(include_url=False):
                self.complain(name, node, problem["type"], problem["msg"], problem["loc"])
            return None

    def complain(self, name: str, node: YamlNode, kind: str, told: str, place: tuple[int | str, ...]) -> None:
        path = tuple(step for step in place if step not in {PLAIN, CONDITIONAL})
        line, seen = _find(node, path)
        keys = [name, *(step for step in path if isinstance(step, str))]
        where = ".".join(filter(None, keys)) or "entry"
        shown = f"{where}: {seen}" if seen and kind != "extra_forbidden" else where
        told = told.removeprefix("Value error, ").replace("Input should be", "should be")
        complaint, hint = _COMPLAINTS.get(kind, (told, "choose one of these" if kind == "literal_error" else _MENDED))
        if kind == "extra_forbidden":
            hint = _meant(keys[-1], AliasEntry.model_fields if name else EntityEntry.model_fields)
        elif kind == "literal_error" and seen:
            hint = _meant(seen, re.findall(r"'(\w+)'", told))
        self.say("error", line, f"`{shown}` {complaint}", hint)

    def fields(self, node: YamlMap) -> dict[str, YamlNode]:
        """The values of a mapping by their keys; of a key that stands twice, which is said, the last one."""
        found: dict[str, YamlNode] = {}
        for key, value in node.pairs:
            if key.text in found:
                message = f"`{key.text}` stands twice; the last one counts"
                self.say("warning", key.line, message, "delete one of them")
            found[key.text] = value
        return found

    def check_shared_aliases(self, entities: tuple[Entity, ...]) -> None:
        owner: dict[str, Entity] = {}
        for entity in entities:
            for alias in entity.aliases:
                other = owner.setdefault(alias.text, entity)
                if other is not entity:
                    message = f"`{alias.text}` names both {other.name} (line {other.location.line}) and {entity.name}"
                    hint = "it is linked only where an article names just one of them in another way; else delete one"
                    self.say("note", entity.location.line, message, hint)

    def check_distinct(self, known: Collection[str], node: YamlNode | None) -> None:
        ordered = sorted(known)
        for group in node.values if isinstance(node, YamlList) else ():
            for value in group.values if isinstance(group, YamlList) else ():
                if isinstance(value, YamlText) and value.text not in known and re.fullmatch(r"[a-z0-9-]+", value.text):
                    place = bisect(ordered, value.text)
                    hint = _meant(value.text, ordered[max(0, place - _NEAR) : place + _NEAR])
                    self.say("note", value.line, f"`{value.text}` in `distinct` is no entity", hint)

    def redirects(self, node: YamlNode | None, entities: Mapping[str, Entity]) -> dict[str, str]:
        """Each old id, and the id of the entity to which it leads in the end; what leads nowhere is said."""
        written = self.written_redirects(node)
        found: dict[str, str] = {}
        led = ends({old: new for old, (new, _) in written.items()})
        for old, (new, line) in written.items():
            end = led[old]
            if end is None:
                hint = "delete one of the lines of the circle"
                self.say("warning", line, f"`{old}` is redirected to `{new}`, and so in a circle", hint)
            elif end not in entities:
                hint = "name the id it became; an entity that only `base` knows must be written into this file first"
                self.say("warning", line, f"`{old}` is redirected to `{end}`, which is no entity", hint)
            else:
                found[old] = end
                if old in entities:
                    self.check_merge(entities[old], entities[end], line)
        return found

    def written_redirects(self, node: YamlNode | None) -> dict[str, tuple[str, int]]:
        """Each old id, the id written behind it, and the line."""
        if node is not None and not isinstance(node, YamlMap) and _plain(node) != "":
            self.say("error", node.line, "`redirects` is no mapping", "write one `old-id: new-id` a line")
        if not isinstance(node, YamlMap):
            return {}
        self.fields(node)
        written: dict[str, tuple[str, int]] = {}
        for key, value in node.pairs:
            old = self.validate(_ID, "redirects", key, key.text)
            new = self.validate(_ID, "redirects", value, _plain(value))
            if old in RESERVED:
                self.say("warning", key.line, f"`{old}` is the address of a list", "delete this line")
            elif old is not None and new is not None:
                written[old] = (new, key.line)
        return written

    def check_merge(self, old: Entity, new: Entity, line: int) -> None:
        if old.status == "confirmed" and new.status == "suggested":
            message = f"`{old.id}` is merged into `{new.id}`, which is only suggested, so that neither is shown"
            self.say("warning", line, message, f"confirm `{new.id}`, or merge it into `{old.id}`")
        if old.kind != new.kind:
            message = f"`{old.id}` ({old.kind}) is merged into `{new.id}` ({new.kind})"
            self.say("note", line, message, "if they are not the same, delete this line")

    def say(self, severity: Any, line: int, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic(severity, Location(self.path, line), message, hint))


_ENTITY, _ALIAS = TypeAdapter(EntityEntry), TypeAdapter[str | AliasEntry](AnyAlias)
_TEXT, _ID, _IDS = TypeAdapter[str](Text), TypeAdapter[str](Id), TypeAdapter(list[Id])
_OPTIONAL = {name for name, field in EntityEntry.model_fields.items() if not field.is_required()}


def _meant(word: str, known: Iterable[str]) -> str:
    """What to do about an unknown word: the known one that is most alike, or all of them."""
    choices = list(known)
    alike = difflib.get_close_matches(word.lower(), choices, n=1)
    if alike:
        return f"did you mean `{alike[0]}`?"
    return f"known are {', '.join(choices)}" if len(choices) <= _FEW else "mend its spelling, or take it out"


def _is_given(key: str, plain: Any) -> bool:
    """Whether a key says something: one that may be left out may also be left empty."""
    return plain != "" or key not in _OPTIONAL


def _plain(node: YamlNode) -> Any:
    if isinstance(node, YamlText):
        return node.text
    if isinstance(node, YamlList):
        return [_plain(value) for value in node.values]
    return {key.text: _plain(value) for key, value in node.pairs}


def _find(node: YamlNode, path: tuple[int | str, ...]) -> tuple[int, str | None]:
    """The line of the deepest node on the path that is there, and its text if it is one."""
    line = node.line
    for step in path:
        if isinstance(node, YamlMap):
            found = next(((key.line, value) for key, value in node.pairs if key.text == step), None)
        elif isinstance(node, YamlList) and isinstance(step, int) and step < len(node.values):
            found = (node.values[step].line, node.values[step])
        else:
            found = None
        if found is None:
            return line, None
        line, node = found
    return line, node.text if isinstance(node, YamlText) else None
