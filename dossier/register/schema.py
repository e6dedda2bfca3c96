"""What may stand in a register: the one description, for validation and for editors."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag, field_validator
from slugify import slugify

from dossier.model import Case, Kind, Scope, Status
from dossier.scripts import without_japanese

_MAX_ID = 80
_PLAIN_NAME = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=_MAX_ID)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AliasEntry(_Entry):
    """A name that needs a condition."""

    text: Text = Field(description="The name as it stands in articles.")
    case: Case | None = Field(None, description="`exact`: as written; `any`: in any capitals.")
    scope: Scope = Field(
        "anywhere", description="`article`: only where the article also names the entity in another way."
    )
    exceptions: list[Text] = Field(
        default_factory=list, alias="except", description="Longer phrases inside which it is no mention."
    )


PLAIN, CONDITIONAL = "plain alias", "conditional alias"
AnyAlias = Annotated[
    Annotated[Text, Tag(PLAIN)] | Annotated[AliasEntry, Tag(CONDITIONAL)],
    Discriminator(lambda value: PLAIN if isinstance(value, str) else CONDITIONAL),
]


class EntityEntry(_Entry):
    """A person, organisation, place, topic, event or work."""

    name: Text = Field(description="The name shown.")
    id: Id | None = Field(None, description="The last part of its address; by default made from the name.")
    kind: Kind = Field(description="What it is.")
    aliases: list[AnyAlias] = Field(default_factory=list, description="Other names.")
    description: str = Field("", description="One sentence.")
    links: dict[str, Text] = Field(
        default_factory=dict, description="Where else it is described: a web address, or a Wikidata id."
    )
    status: Status = Field("confirmed", description="`suggested` is shown apart and links nothing.")

    @field_validator("links")
    @classmethod
    def _is_address(cls, links: dict[str, str]) -> dict[str, str]:
        for name, target in links.items():
            is_item = name == "wikidata" and target[:1] == "Q" and target[1:].isdigit()
            if not is_item and not target.startswith(("https://", "http://")):
                wanted = "is no Wikidata id such as Q42" if name == "wikidata" else "is no web address"
                raise ValueError(f"has `{name}: {target}`, which {wanted}")
        return links


class RegisterFile(_Entry):
    """The register of a dossier: what a person decided about names."""

    entities: list[EntityEntry] = Field([], description="Everybody and everything that gets a page.")
    suppress: list[Text] = Field([], description="Names that are no entity.")
    distinct: list[list[Id]] = Field([], description="Groups of ids that are never one, however alike.")
    redirects: dict[Id, Id] = Field({}, description="An id that was renamed or merged, and the id it became.")


def id_of(name: str) -> str:
    """The id of an entity that is given none: the slug of its name."""
    if _PLAIN_NAME.fullmatch(name) and len(name) <= _MAX_ID:  # most are, and a register may have very many
        return name.lower().replace(" ", "-")
    return (
        slugify(without_japanese(name), max_length=_MAX_ID, word_boundary=True)
        or f"entity-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    )


def default_case(kind: Kind, text: str) -> Case:
    """In which capitals a name counts that says nothing about it."""
    return "any" if kind == "topic" or text == text.lower() else "exact"


def json_schema() -> str:
    """The JSON Schema of the register, for editors."""
    schema = RegisterFile.model_json_schema(by_alias=True)
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema, indent=2) + "\n"
