"""The register, `entities.yml`: loaded, validated entry by entry, every complaint with its line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationError,
    field_validator,
)
from slugify import slugify

from dossier.model import Alias, Case, Diagnostic, Entity, Kind, Location, Register, Scope, Status
from dossier.yaml_lines import YamlList, YamlMap, YamlNode, YamlProblem, YamlText, parse_yaml

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]

_HINTS = {
    "missing": "add it",
    "extra_forbidden": "take it out, or mend its spelling",
    "literal_error": "choose one of these",
    "string_pattern_mismatch": "use small letters, digits and single hyphens",
    "string_too_short": "write a text, or delete the line",
}
_MENDED = "see docs/handbook/register.md"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AliasEntry(_Entry):
    """A name that needs a condition."""

    text: Text = Field(description="The name as it stands in articles.")
    case: Case | None = Field(None, description="`exact`: as written; `any`: in any capitals.")
    scope: Scope = Field(
        "anywhere", description="`article`: only where the article also names the entity in another way."
    )
    exceptions: list[Text] = Field([], alias="except", description="Longer phrases inside which it is no mention.")


_PLAIN, _CONDITIONAL = "plain alias", "conditional alias"
AnyAlias = Annotated[
    Annotated[Text, Tag(_PLAIN)] | Annotated[AliasEntry, Tag(_CONDITIONAL)],
    Discriminator(lambda value: _PLAIN if isinstance(value, str) else _CONDITIONAL),
]


class EntityEntry(_Entry):
    """A person, organisation, place, topic, event or work."""

    name: Text = Field(description="The name shown.")
    id: Id | None = Field(None, description="The last part of its address; by default made from the name.")
    kind: Kind = Field(description="What it is.")
    aliases: list[AnyAlias] = Field([], description="Other names.")
    description: str = Field("", description="One sentence.")
    links: dict[str, Text] = Field({}, description="Where else it is described: a web address, or a Wikidata id.")
    status: Status = Field("confirmed", description="`suggested` is shown apart and links nothing.")

    @field_validator("links")
    @classmethod
    def _is_address(cls, links: dict[str, str]) -> dict[str, str]:
        for name, target in links.items():
            is_item = name == "wikidata" and target[:1] == "Q" and target[1:].isdigit()
            if not is_item and not target.startswith(("https://", "http://")):
                raise ValueError(f"`{name}: {target}` is no web address")
        return links


class RegisterFile(_Entry):
    """The register of a dossier: what a person decided about names."""

    entities: list[EntityEntry] = Field([], description="Everybody and everything that gets a page.")
    suppress: list[Text] = Field([], description="Names that are no entity.")
    distinct: list[list[Id]] = Field([], description="Groups of ids that are never one, however alike.")
    redirects: dict[Id, Id] = Field({}, description="An id that was renamed or merged, and the id it became.")


def json_schema() -> str:
    """The JSON Schema of the register, for editors."""
    schema = RegisterFile.model_json_schema(by_alias=True)
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema, indent=2) + "\n"


def load_register(path: Path, location: Location) -> tuple[Register, tuple[Diagnostic, ...]]:
    """Load the register. A bad entry is left out and said; the others stand. No file is an empty register."""
    if not path.exists():
        hint = "make one, or set `entities` to where it is; without it nothing is linked"
        return Register(), (Diagnostic("warning", location, "no register", hint),)
    try:
        node = parse_yaml(path.read_text(encoding="utf-8-sig"))
    except YamlProblem as problem:
        at = Location(location.path, problem.line)
        return Register(), (
            Diagnostic("error", at, f"not YAML: {problem.message}", "mend this line; nothing is linked"),
        )
    except (OSError, UnicodeDecodeError) as error:
        return Register(), (Diagnostic("error", location, f"cannot be read: {error}", "save it as UTF-8 text"),)
    return _Loader(location).load(node)


T = TypeVar("T", bound=BaseModel)


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
                known = ", ".join(RegisterFile.model_fields)
                self.say("warning", key.line, f"unknown section `{key.text}`", f"known are {known}")
        entities = tuple(self.entities(sections.get("entities")))
        rest = {name: _plain(value) for name, value in sections.items() if name != "entities"}
        decided = self.validate(RegisterFile, YamlMap([], 1) if node is None else node, rest) or RegisterFile()
        self.check_shared_aliases(entities)
        self.check_redirects(entities, decided.redirects, sections.get("redirects"))
        register = Register(
            entities=entities,
            suppress=tuple(decided.suppress),
            distinct=tuple(map(tuple, decided.distinct)),
            redirects=tuple(decided.redirects.items()),
        )
        return register, tuple(self.diagnostics)

    def pairs(self, node: YamlNode | None) -> Iterable[tuple[YamlText, YamlNode]]:
        if isinstance(node, YamlMap):
            return node.pairs
        if node is not None:
            self.say("error", node.line, "the register is no mapping", "begin it with a line `entities:`")
        return ()

    def entities(self, node: YamlNode | None) -> Iterator[Entity]:
        if node is None or (isinstance(node, YamlText) and not node.text):
            return
        if not isinstance(node, YamlList):
            self.say("error", node.line, "`entities` is no list", "begin each entity with a line `- name: …`")
            return
        first: dict[str, int] = {}
        for value in node.values:
            entry = self.validate(EntityEntry, value, _plain(value))
            if entry is None:
                continue
            entity = self.entity(entry, value.line)
            if entity.id in first:
                hint = f"line {first[entity.id]} has it already: merge the two, or give one another `id`"
                self.say("error", value.line, f"duplicate id `{entity.id}`", hint)
            else:
                first[entity.id] = value.line
                yield entity

    def entity(self, entry: EntityEntry, line: int) -> Entity:
        case = _default_case(entry.kind, entry.name)
        aliases = {entry.name: Alias(entry.name, case)}
        for alias in entry.aliases:
            if isinstance(alias, str):
                aliases.setdefault(alias, Alias(alias, _default_case(entry.kind, alias)))
            else:
                case = alias.case or _default_case(entry.kind, alias.text)
                aliases[alias.text] = Alias(alias.text, case, alias.scope, tuple(alias.exceptions))
        return Entity(
            id=entry.id or slugify(entry.name) or f"entity-{line}",
            name=entry.name,
            kind=entry.kind,
            aliases=tuple(aliases.values()),
            description=" ".join(entry.description.split()),
            links=tuple(entry.links.items()),
            status=entry.status,
            location=Location(self.path, line),
        )

    def validate(self, schema: type[T], node: YamlNode, plain: Any) -> T | None:
        """Validate a plain value against its schema; each complaint finds its line by way of the node."""
        if isinstance(node, YamlMap):
            self.check_repeated_keys(node)
        try:
            return schema.model_validate(plain)
        except ValidationError as error:
            for problem in error.errors(include_url=False):
                path = tuple(step for step in problem["loc"] if step not in {_PLAIN, _CONDITIONAL})
                line, seen = _find(node, path)
                where = ".".join(str(step) for step in path if isinstance(step, str)) or "entry"
                shown = "" if seen is None or problem["type"] == "extra_forbidden" else f": {seen}"
                message = problem["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
                wanted = (
                    f"should be {message}" if problem["msg"].startswith("Input") else message[:1].lower() + message[1:]
                )
                self.say("error", line, f"`{where}{shown}`: {wanted}", _HINTS.get(problem["type"], _MENDED))
            return None

    def check_repeated_keys(self, node: YamlMap) -> None:
        seen: set[str] = set()
        for key, _ in node.pairs:
            if key.text in seen:
                self.say(
                    "warning",
                    key.line,
                    f"`{key.text}` stands twice; the last one counts",
                    "delete one of them",
                )
            seen.add(key.text)

    def check_shared_aliases(self, entities: tuple[Entity, ...]) -> None:
        owner: dict[str, Entity] = {}
        for entity in entities:
            for alias in entity.aliases:
                other = owner.setdefault(alias.text, entity)
                if other is not entity:
                    message = f"`{alias.text}` names both {other.name} (line {other.location.line}) and {entity.name}"
                    hint = "it is linked only where an article names just one of them in another way; else delete one"
                    self.say("note", entity.location.line, message, hint)

    def check_redirects(self, entities: tuple[Entity, ...], redirects: dict[str, str], node: YamlNode | None) -> None:
        known = {entity.id for entity in entities}
        for old, new in redirects.items():
            line = next((key.line for key, _ in node.pairs if key.text == old), 0) if isinstance(node, YamlMap) else 0
            if old in known:
                self.say("warning", line, f"`{old}` is redirected, and is an entity", "delete one of the two")
            elif new not in known:
                self.say(
                    "warning",
                    line,
                    f"`{old}` is redirected to `{new}`, which is no entity",
                    "name the id it became",
                )

    def say(self, severity: Any, line: int, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic(severity, Location(self.path, line), message, hint))


def _default_case(kind: Kind, text: str) -> Case:
    return "any" if kind == "topic" or text == text.lower() else "exact"


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
