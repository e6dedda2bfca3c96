"""A session as lines of a terminal, however wide and high it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from dossier.cli.output import safe
from dossier.cli.reviewing.answers import SHOWN, Standing, addition, answers_to, bearers, candidates
from dossier.cli.reviewing.choosing import also_asked
from dossier.cli.reviewing.forms import tidy
from dossier.cli.reviewing.labels import labels, short_labels
from dossier.cli.reviewing.lines import Parts, key_lines, message, top
from dossier.cli.reviewing.near import PART
from dossier.cli.reviewing.prompts import finding, going, searching, sorting
from dossier.cli.reviewing.session import Session, pending
from dossier.model import Add, Entity, Question, Quote, Sighting
from dossier.pages.phrases import counted
from dossier.register import entry, written

_LONGEST = 280
"""So many characters of a sentence are shown, those around the name."""
_CANDIDATES = 5
_FEW = 2
"""So many candidates, and lines of keys, are shown in a small window."""
_NAMES = 3
_LOW = 14
"""In a window lower than this, only what is most needed is shown."""
_NARROW = 60
"""So it is in a window of fewer columns, where no sentence would have room."""
_PLAIN = str.maketrans({"·": "-", "“": '"', "”": '"', "…": ".", "–": "-", "─": "-", "›": ">", "’": "'"})

HELP = (
    ("a", "add the name, of the kind that is shown"),
    ("p o l t e w", "add it as person, organisation, place (location), topic, event, work"),
    ("=", "another name of an entity, or of a name that is asked for too: type a few letters of that"),
    ("1 … 9", "another name of that one; may be one: keep that one; an ambiguous name: only that one has it"),
    ("m", "merge: of what may be one, into the first candidate; else into one that you choose by a few letters"),
    ("f", "which of the other forms go with the name: take or leave each, then add"),
    ("d", "they are all different: no two of them are ever asked for as one again; each has the name"),
    ("s", "it is no name: nothing is found inside it any more"),
    ("space n ↓", "skip; it is asked again the next time"),
    ("b ↑", "back to the question that was shown before"),
    ("/", "search a name among the questions; then n is the next one with it, and esc ends the search"),
    ("g", "go to the question of a number"),
    ("u", "undo the last decision, and the one before it …"),
    ("q", "quit; everything that was decided is written already"),
)  # fmt: skip


def draw(session: Session, articles: Mapping[str, str], console: Console) -> list[Text]:
    """The lines to show: at most as many, and as wide, as the console.

    `articles` are titles and dates by the article's id.
    """
    if session.mode == "help":
        parts = _help()
    elif session.mode == "searching":
        parts = searching(session, console.width)
    elif session.mode == "going":
        parts = going(session, console.width)
    elif session.question is None:
        parts = _end(session, console.width)
    elif session.mode == "finding":
        parts = finding(session, session.question, console.width)
    elif session.mode == "forms":
        parts = sorting(session, session.question, console.width)
    else:
        parts = _asking(session, session.question, articles, console)
    head, body, foot = (list(_wrapped(part, console)) for part in parts)
    room = max(0, console.height - len(head) - len(foot))
    lines = [*head, *body[:room], *foot][: console.height]
    return [_encodable(line, console) for line in lines]


def _asking(session: Session, question: Question, articles: Mapping[str, str], console: Console) -> Parts:
    if console.height < _LOW:
        return _small(session, question, console)
    head = [*top(session), Text(), *_title(question, session)]
    foot = [Text(), *key_lines(labels(question, session), console.width), *message(session)]
    body = [*_candidates(question, session)]
    without = len(body)
    room = console.height - sum(len(list(_wrapped(part, console))) for part in (head, foot, body))
    names = {entity.id: entity.name for entity in (*session.register.entities, *session.register.merged)}
    for sighting in question.sightings:
        where = f"    {safe(articles.get(sighting.article, ''))}{_named(sighting, question, names)}"
        lines = [Text(), _sentence(sighting.quote), Text(where, "dim")]
        room -= len(list(_wrapped(lines, console)))
        if room < 0:
            break
        body += lines
    if console.width < _NARROW and question.sightings and len(body) == without:
        return _small(session, question, console)
    return head, body, foot


def _small(session: Session, question: Question, console: Console) -> Parts:
    """Where there is little room: a line for each thing that is most needed, and what is left for one sentence."""
    head = [Text(f"{len(pending(session)):,} left · number {session.place + 1}", "bold")]
    head += list(_title(question, session))[:2]
    head += [line for line in _candidates(question, session) if line.plain.lstrip()[:1].isdigit()][:_FEW]
    foot = [*key_lines(short_labels(question, session), console.width)[:_FEW], *message(session)]
    for line in (*head, *foot):
        line.truncate(console.width, overflow="ellipsis")
    room = (console.height - len(head) - len(foot)) * (console.width - 2)
    longest = max(1, min(_LONGEST, room * 3 // 4))  # lines are broken between words
    return head, [_sentence(each.quote, longest) for each in question.sightings[:1]], foot


def _named(sighting: Sighting, question: Question, names: Mapping[str, str]) -> str:
    """Whom an ambiguous name was found to name in an article."""
    if question.about != "ambiguous":
        return ""
    return " · left open" if sighting.entity is None else f" · {safe(names.get(sighting.entity, sighting.entity))}"


def _title(question: Question, session: Session) -> Iterator[Text]:
    name = Text("  ").append(safe(question.text), "bold reverse" if question.about != "same" else "bold")
    if question.kind is not None:
        name.append(f"  {question.kind}{'?' if question.about == 'name' else ''}")
    yield name
    told = " · ".join(facts(question))
    if told:
        yield Text(f"  {told}", "dim")
    if question.about in {"name", "open"} and question.kind is not None:
        added = addition(question, question.kind, Standing.of(session.register), turned=session.turned)
        if isinstance(added, Add) and (added.aliases or added.name != tidy(question.text)):
            yield Text(f"  a writes {safe(written(entry(added)))}", "dim")


def facts(question: Question) -> Iterator[str]:
    """What is known of a question in numbers."""
    if question.mentions:
        times = f"{counted(question.mentions, 'mention')} in {counted(question.articles, 'article')}"
        yield f"{times} left open" if question.about == "ambiguous" else times
    forms = [f"{safe(form)} ({number:,})" for form, number in question.forms if form != question.text]
    if forms:
        yield f"also written {', '.join(forms[:SHOWN])}"
    if question.namesakes:
        yield _both(question)
    if question.about == "open" and question.rule:
        of = f": {safe(question.part)}" if question.part else ""
        yield f"left open by: {safe(question.rule)}{of}"
    elif question.waiting:
        yield "suggested in the register"


def _both(question: Question) -> str:
    """That a word names a person and an organisation, or persons whom the register does not list."""
    names = ", ".join(map(safe, question.namesakes))
    if question.about == "open":
        return f"not in the register, and called so, too: {names}"
    if " " in question.text and question.kind == "person":
        return f"the last name is that of an organisation, too: {names}"
    return f"may be both: it is also the last name of {names}"


_LEADS = {
    "name": "It may be another name of",
    "open": "It may mean",
    "same": "These may be one",
    "ambiguous": "It is a name of each of these",
}


def _candidates(question: Question, session: Session) -> Iterator[Text]:
    reasons = {entity.id: PART for entity in bearers(question, session.register)}
    reasons |= {likeness.entity: likeness.reason for likeness in question.candidates}
    entities, names = candidates(question, session.register), also_asked(session)
    if not (entities or names) or question.about == "unmentioned":
        return
    yield Text()
    yield Text(f"  {_LEADS[question.about]}:")
    chosen = {entity.id: number for number, entity in enumerate(answers_to(question, session.register).entities, 1)}
    for entity in sorted(entities, key=lambda entity: chosen.get(entity.id, len(entities)))[:_CANDIDATES]:
        line = Text(f"  {chosen.get(entity.id, '-')} ").append(safe(entity.name), "bold").append(f" ({_also(entity)})")
        yield line.append(f": {safe(reasons[entity.id])}" if reasons.get(entity.id) else "")
    for number, (other, reason) in enumerate(names, len(chosen) + 1):
        line = Text(f"  {number} ").append(safe(other.text), "bold")
        yield line.append(f" ({other.kind}, not added yet): {safe(reason)}")


def _also(entity: Entity) -> str:
    """The kind and the first other names of an entity."""
    names = [safe(alias.text) for alias in entity.aliases if alias.text != entity.name]
    return f"{entity.kind}; also {', '.join(names[:_NAMES])}" if names else entity.kind


def _end(session: Session, width: int) -> Parts:
    left = len(pending(session))
    head = [Text(f"That was all: {len(session.taken):,} decided, {left:,} left.", "bold"), Text()]
    keys = [*([("n", "from the beginning"), ("b", "back")] if left else []), ("u", "undo"), ("q", "quit")]
    return head, [], [*key_lines(keys, width), *message(session)]


def _help() -> Parts:
    head = [Text("What the keys do", "bold"), Text()]
    body = [Text(f"  {key:<12}", "bold").append(meaning, "not bold") for key, meaning in HELP]
    return head, body, [Text(), Text("any key: back", "dim")]


def _sentence(quote: Quote, longest: int = _LONGEST) -> Text:
    """The sentence with the name in it, cut around the name if it is long."""
    first = quote.spans[0][0] if quote.spans else 0
    start = max(0, min(first - longest // 3, len(quote.sentence) - longest))
    shown = safe(quote.sentence[start : start + longest])
    line = Text(f"  {'…' if start else ''}")
    offset = len(line) - start
    line.append(shown).append("…" if start + longest < len(quote.sentence) else "")
    for left, right in quote.spans:
        line.stylize("bold underline", max(0, left + offset), max(0, right + offset))
    return line


def _wrapped(lines: Sequence[Text], console: Console) -> Iterator[Text]:
    """The lines in the width of the console, what is broken indented like its beginning."""
    for line in lines:
        indent = len(line.plain) - len(line.plain.lstrip(" "))
        indent = indent if indent < console.width // 2 else 0
        rest = line[indent:]
        pieces = rest.wrap(console, max(1, console.width - indent)) if rest.plain.strip() else [Text()]
        for piece in pieces:
            piece.rstrip()
            yield Text(" " * indent).append_text(piece)


def _encodable(line: Text, console: Console) -> Text:
    """What the terminal can show; what it cannot is a question mark."""
    try:
        line.plain.encode(console.encoding)
    except UnicodeEncodeError:
        line.plain = line.plain.translate(_PLAIN).encode(console.encoding, "replace").decode(console.encoding)
    return line
