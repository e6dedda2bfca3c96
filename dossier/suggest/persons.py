"""Whether two names of persons may be those of one: middle names, initials, and what first names are shortened to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

_SHORT_FIRST_NAMES = """\
abe abraham
al alan albert alfred alexander
alex alexander alexandra alexandria
andy andrew
barb barbara
becky rebecca
ben benjamin
bernie bernard
beth elizabeth
betsy elizabeth
betty elizabeth
bill william
billy william
bob robert
bobby robert
brad bradley
cathy catherine
charlie charles
chris christopher christine christina
chuck charles
cindy cynthia
dan daniel
danny daniel
dave david
debbie deborah
dick richard
don donald
doug douglas
ed edward edwin edmund
eddie edward
fred frederick
gabe gabriel
gene eugene
greg gregory
hank henry
harry harold henry
jack john
jake jacob
jeff jeffrey
jen jennifer
jenny jennifer
jerry gerald jerome
jim james
jimmy james
joe joseph
joey joseph
johnny john
jon jonathan
josh joshua
judy judith
kate katherine kathryn catherine
kathy katherine kathleen kathryn
katie katherine kathryn
ken kenneth
larry lawrence
liz elizabeth
lou louis
maggie margaret
matt matthew
max maxwell maximilian
meg margaret
mick michael
mike michael
mitch mitchell
nate nathan nathaniel
ned edward
nick nicholas
pam pamela
pat patrick patricia
patty patricia
peggy margaret
pete peter
phil philip phillip
ray raymond
rich richard
rick richard
rob robert
ron ronald
rudy rudolph
sam samuel samantha
sandy sandra alexander
stan stanley
steve stephen steven
sue susan
susie susan
ted edward theodore
terry terence
tim timothy
tom thomas
tommy thomas
tony anthony
val valerie
vicky victoria
vince vincent
walt walter
will william
willie william
zach zachary
"""
"""In each line what is said for short, and the English first names that it is said for."""


def _full_names() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for short, *names in map(str.split, _SHORT_FIRST_NAMES.splitlines()):
        found[short] |= {short, *names}
    return dict(found)


_FULL = _full_names()


def same_person(left: Sequence[str], right: Sequence[str]) -> str:
    """Why two names in small letters may be of one person; empty if there is no reason.

    `Donald J. Trump` and `Donald Trump`; `J. Smith` and `John Smith`; `Mike Reed` and `Michael Reed`.
    """
    if len(left) < 2 or len(right) < 2 or left[-1] != right[-1] or not _go_together(left[1:-1], right[1:-1]):
        return ""
    one, other = left[0], right[0]
    if one == other:
        return "the same first and last name"
    if 1 in {len(one), len(other)} and one[0] == other[0]:
        return "the same last name and initial"
    if _FULL.get(one, frozenset((one,))) & _FULL.get(other, frozenset((other,))):
        return "the same last name, and a short form of the first"
    return ""


def _go_together(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the middle names may be those of one person: none, or word by word the same or its initial."""
    if not one or not other or "".join(one) == "".join(word[0] for word in other):
        return True
    return "".join(other) == "".join(word[0] for word in one) or all(
        left == right or (1 in {len(left), len(right)} and left[0] == right[0])
        for left, right in zip(one, other, strict=False)
    )
