"""Which articles tell the same story: by the text they share, or by what they are about and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from dossier.coverage.events import Vector, near_pairs, vector, weights
from dossier.coverage.leads import Leads
from dossier.coverage.linking import NAME, OTHER, OUTLET, TEXT, Groups
from dossier.coverage.openings import Openings, agree, numbers_of
from dossier.model import Article, Overlap

_SHARED = 0.15
"""So much shared text makes a story by itself: less is often one quotation, or the background of an agency."""
_SHARED_IN_AN_OUTLET = 0.5
"""Of two articles of one outlet: it repeats its own background, and what it says of itself."""
_SHARED_BY_MANY = 0.3
_MANY = 20
"""So much text that more texts than this share makes one story of them."""
_DAYS = 3
"""Reports of one event are so many days apart at most."""
_DAYS_OF_TEXT = 7
"""The same text later than that is no report of the same event: a form that is filled in anew, or an anniversary."""
_ONE_TEXT = 0.8
"""An article is a cut of another, and both are one text, if so much of it stands in the other."""
_ONE_TEXT_OF_AN_AGENCY = 0.5
"""Two that name the same agency are one text if both share at least so much."""


Families = Callable[[Sequence[str], Iterable[Overlap]], Mapping[str, int]]


def day_of(article: Article) -> int | None:
    """The day of publication as a number, if it is known to the day."""
    day = article.date.value
    return day.start.toordinal() if day is not None and day.day is not None and not day.or_later else None


def of_one_text(articles: Sequence[Article], overlaps: Iterable[Overlap]) -> Iterator[Overlap]:
    """The pairs that are versions or cuts of one text, such as that of an agency."""
    agencies = {article.id: article.agency.value for article in articles}
    for pair in overlaps:
        agency = agencies[pair.first]
        same_agency = agency is not None and agency == agencies[pair.second]
        if pair.containment >= _ONE_TEXT or (same_agency and pair.resemblance >= _ONE_TEXT_OF_AN_AGENCY):
            yield pair


def _are_near(one: int | None, two: int | None) -> bool:
    return one is None or two is None or abs(one - two) <= _DAYS_OF_TEXT


def stories(articles: Sequence[Article], overlaps: Sequence[Overlap], families: Families) -> list[list[list[Article]]]:
    """Group the articles that tell the same story; of each story, its texts, and of each text its articles.

    Articles that share text tell the same story, and so do those that are about the same and of nearly the same day.
    Those without a date do so by shared text only.

    Args:
        articles: all of them, without what does not belong to their text.
        overlaps: the pairs that share text.
        families: numbers those that pairs lead to alike.
    """
    background = _background(articles, overlaps)
    near = _telling(articles, (pair for pair in overlaps if pair not in background))
    ids = [article.id for article in articles]
    nodes = _texts(articles, families(ids, of_one_text(articles, near)))
    place = {article.id: number for number, node in enumerate(nodes) for article in node}
    sharing = families(ids, (pair for pair in near if pair.containment >= _SHARED))
    openings = Openings([node[0] for node in nodes], [sharing[node[0].id] for node in nodes])
    counts = [openings.terms(number) for number in range(len(nodes))]
    telling = weights(counts)
    vectors = [vector(count, telling) for count in counts]
    days = [_known_days(node) for node in nodes]
    near_in_words = near_pairs(vectors, telling, [min(each, default=None) for each in days], _DAYS)
    apart = {(place[one], place[two]) for pair in background for one, two in (pair[:2], pair[1::-1])}
    links = sorted(
        (one, two)
        for one, two in near_in_words
        if (one, two) not in apart
        and (not _are_of_one_outlet(nodes[one][0], nodes[two][0]) or _agree(nodes[one][0], nodes[two][0]))
    )
    shared = sorted(_shared(near, place))
    kinds = {word: NAME * openings.is_name(word) | OTHER * openings.is_other(word) for word in telling}
    kinds |= _mark(vectors, TEXT, _common(nodes, shared, near, families))
    kinds |= _mark(vectors, OUTLET, _of_outlets(nodes))
    spans = [(min(each), max(each)) if each else None for each in days]
    groups = Groups(vectors, kinds, spans, _DAYS, _DAYS_OF_TEXT)
    groups.join_alike(chain(shared, links))
    told = [[nodes[number] for number in group] for group in groups.members]
    return [sorted(each, key=lambda text: (-text[0].words, text[0].id)) for each in told if sum(map(len, each)) > 1]


def _are_of_one_outlet(one: Article, other: Article) -> bool:
    return one.outlet.value is not None and one.outlet.value == other.outlet.value


def _agree(one: Article, other: Article) -> bool:
    return agree(numbers_of(one), numbers_of(other))


def _known_days(articles: Iterable[Article]) -> list[int]:
    return sorted(day for day in map(day_of, articles) if day is not None)


def _mark(vectors: Sequence[Vector], kind: int, marks: Iterable[tuple[str, Sequence[int]]]) -> dict[str, int]:
    """Give vectors in common what is no word: one more dimension."""
    found = {}
    for mark, places in marks:
        found[mark] = kind
        for place in places:
            vectors[place][mark] = 1.0
    return found


def _of_outlets(nodes: Sequence[Sequence[Article]]) -> Iterator[tuple[str, Sequence[int]]]:
    """The texts of each outlet, told by their fullest article."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        if node[0].outlet.value is not None:
            places[f"@{node[0].outlet.value}"].append(place)
    yield from places.items()


def _texts(articles: Sequence[Article], texts: Mapping[str, int]) -> list[list[Article]]:
    """The articles by text, the fullest first; of a text that spans too many days, each stretch is another one."""
    members: defaultdict[int, list[Article]] = defaultdict(list)
    for article in articles:
        members[texts[article.id]].append(article)
    return [_fullest_first(part) for each in members.values() for part in _stretches(each)]


def _stretches(articles: list[Article]) -> Iterator[list[Article]]:
    """The articles of one text by the week; those without a date stand alone, if there are several."""
    days = _known_days(articles)
    if not days or days[-1] - days[0] <= _DAYS_OF_TEXT:
        yield articles
        return
    found: list[list[Article]] = []
    first = -_DAYS_OF_TEXT - 1
    dated = [(day, article.id, article) for article in articles if (day := day_of(article)) is not None]
    for day, _, article in sorted(dated):
        if day - first > _DAYS_OF_TEXT:
            first = day
            found.append([])
        found[-1].append(article)
    yield from found
    yield from ([article] for article in articles if day_of(article) is None)


def _fullest_first(articles: list[Article]) -> list[Article]:
    if len(articles) == 1:
        return articles  # to count words takes its time
    return sorted(articles, key=lambda article: (-article.words, article.id))


def _background(articles: Sequence[Article], overlaps: Iterable[Overlap]) -> frozenset[Overlap]:
    """The pairs that share text at their ends only, and begin with nothing in common."""
    known = {article.id: article for article in articles}
    leads = Leads()
    return frozenset(
        pair
        for pair in overlaps
        if pair.containment >= _SHARED and not leads.are_of_one_event(known[pair.first], known[pair.second])
    )


def _telling(articles: Sequence[Article], overlaps: Iterable[Overlap]) -> list[Overlap]:
    """The pairs that are not too far apart in time, and share more than background.

    An article without a date that shares text with others of different weeks could be of any of them: of none, then.
    """
    known = {article.id: article for article in articles}
    days = {article.id: day_of(article) for article in articles}

    def is_furniture(pair: Overlap) -> bool:
        one, other = known[pair.first], known[pair.second]
        if not _are_of_one_outlet(one, other):
            return False
        return pair.containment < _SHARED_IN_AN_OUTLET or not _agree(one, other)

    near = [pair for pair in overlaps if _are_near(days[pair.first], days[pair.second]) and not is_furniture(pair)]
    beside: defaultdict[str, list[int]] = defaultdict(list)
    for pair in near:
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            day = days[other]
            if days[one] is None and day is not None and pair.containment >= _SHARED:
                beside[one].append(day)
    of_any_week = {one for one, each in beside.items() if max(each) - min(each) > _DAYS_OF_TEXT}
    undated = {each for each, day in days.items() if day is None}
    return [pair for pair in near if of_any_week.isdisjoint(pair[:2]) or undated.issuperset(pair[:2])]


def _shared(overlaps: Iterable[Overlap], place: Mapping[str, int]) -> set[tuple[int, int]]:
    """The pairs of texts that share much."""
    ends = (sorted((place[pair.first], place[pair.second])) for pair in overlaps if pair.containment >= _SHARED)
    return {(one, two) for one, two in ends if one != two}


def _common(
    nodes: Sequence[Sequence[Article]],
    shared: Iterable[tuple[int, int]],
    overlaps: Iterable[Overlap],
    families: Families,
) -> Iterator[tuple[str, Sequence[int]]]:
    """What texts have in common beside words: what two of them share, and what very many do.

    Of what very many articles share, not every pair is among the overlaps.
    """
    for number, pair in enumerate(shared):
        yield f"#{number}", pair
    numbers = families(
        [article.id for node in nodes for article in node], (p for p in overlaps if p.containment >= _SHARED_BY_MANY)
    )
    members: defaultdict[int, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        members[numbers[node[0].id]].append(place)
    yield from ((f"##{number}", each) for number, each in members.items() if len(each) > _MANY)
