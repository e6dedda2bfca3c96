"""Who published an article: as a person wrote it, by the user's rules, as the format states it, or by its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from dossier.metadata.authors import is_company
from dossier.metadata.fields import Stated
from dossier.model import Fact

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class OutletRules:
    """What the user says about outlets."""

    domains: Mapping[str, str] = field(default_factory=dict)
    """The name of the outlet at a domain; it holds for the domains below, too."""
    from_folder: bool = False
    """Whether the first folder of a seed's path is the name of its outlet."""


def read_outlet(stated: Stated, url: str | None, rules: OutletRules) -> Fact[str]:
    """The outlet of an article that was published at `url`."""
    host = host_of(url or "")
    return (
        stated.by_person("outlet", one_line)
        or _by_domain(host, rules.domains)
        or (_by_folder(stated) if rules.from_folder else None)
        or stated.first("outlet", _site)
        or (Fact(host.removeprefix("www."), "inferred", None, "the host of its address") if host else None)
        or stated.first("outlet", _name)
        or Fact()
    )


def host_of(url: str) -> str:
    """The host of a web address, in lower case; empty if there is none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def one_line(value: str) -> str | None:
    """The words of a text, on one line; `None` if it has none."""
    return " ".join(value.split()) or None


def _name(value: str) -> str | None:
    """The words of a text that may be a name: no address, and no sentence."""
    name = one_line(value)
    return None if name is None or "://" in name or len(name) > _LONGEST_NAME else name


def _site(value: str) -> str | None:
    """A name that readers know an outlet by: not that of the company that owns it, and perhaps many others."""
    name = _name(value)
    return None if name is None or is_company(name) else name


def _by_domain(host: str, domains: Mapping[str, str]) -> Fact[str] | None:
    labels = host.split(".")
    domains = {domain.lower().removeprefix("www."): name for domain, name in domains.items()}
    for start in range(len(labels)):
        domain = ".".join(labels[start:])
        if domain and domain in domains:
            return Fact(domains[domain], "stated", None, f"the option `outlets`, for {domain}")
    return None


def _by_folder(stated: Stated) -> Fact[str] | None:
    folder, below, _ = stated.doc.seed.partition("/")
    return Fact(folder, "stated", None, "the name of its folder") if below else None
