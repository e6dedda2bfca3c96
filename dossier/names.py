"""What must be known of personal names: their parts, and the words that are none."""

from __future__ import annotations

EVERYDAY_WORDS = frozenset(
    (
        "a about above after again all almost alone along already also although always among an and another any "
        "are around as at away back be because been before behind being below best better between big both but by "
        "can chief could day did do down each early east either else end even ever every few first for former from "
        "full general get go god good great had half hall has have he her here high him his hope how however i if "
        "in into is it its job joy just king lady last late later law least left less like little long lord love "
        "low made make man many may me might more most much must my near never new next no nor north not now of "
        "off old on once one only or other our out over own page past peace price prime rich right said same saint "
        "sea second see senior several she should since so some son song soon south star state still stone such "
        "summer sun sure than that the their them then there these they third this those though three through time "
        "to today together too two under until up upon us very via war was way we well were west what when where "
        "which while who whole why will winter with within without woman would year yes yet you young your monday "
        "tuesday wednesday thursday friday saturday sunday january february march april june july august september "
        "october november december meanwhile yesterday tomorrow tonight earlier"
    ).split()
)
"""Words that begin sentences and stand in titles; as part of a name they do not point to a person alone."""

PARTICLES = frozenset(
    (
        "abu al ap ben bin bint da dal de del della den der des di do dos du e el ibn la las le lo los mac of st "
        "ter the und van ver von y za zu zum zur jr sr ii iii iv dr mr mrs ms sir"
    ).split()
)
"""Parts of a name that name nobody alone."""

TITLES = frozenset(
    (
        "admiral ambassador archbishop baroness bishop captain cardinal chairman chairwoman chancellor chief "
        "colonel comrade commander congressman congresswoman councillor crown deputy director dr emperor envoy "
        "envoys father foreign general governor imam inspector judge justice king lady leader lieutenant lord "
        "madam major marshal mayor minister miss mr mrs ms mullah officer official officials pastor pope president "
        "premier prime prince princess professor queen rabbi representative saint secretary senator sergeant "
        "sheikh sheriff sir spokesman spokesperson spokeswoman sultan supreme vice"
    ).split()
)
"""Words before a name that are no part of it, in small letters."""


BEFORE_A_PLACE = frozenset(
    "central east eastern greater inner lower mid new north northeast northeastern northern northwest northwestern old outer "
    "south southeast southeastern southern southwest southwestern upper west western".split()
)
"""Words that make another place of the one they stand before: `South China Sea`, `West Virginia`."""

AFTER_A_PLACE = frozenset(
    "accord agreement airlines airport airways avenue bay bridge chronicle club convention daily examiner express gazette "
    "globe gulf herald hotel independent inquirer institute island islands journal mail marathon mercury mirror monitor "
    "museum news observer ocean open park pass peninsula post protocol radio record register review river sea square "
    "standard star statement strait street sun telegraph times today tower treaty tribune university valley world".split()
)
"""Words that make something else of the place they stand behind: `China Daily`, `Paris Agreement`."""


def short_names(name: str) -> tuple[str, ...]:
    """The single parts of a person's full name that may stand for the person: no initial, particle or everyday word."""
    if " " not in name:
        return ()
    parts = (part.strip(".,'’") for part in name.replace("-", " ").split())
    return tuple(
        dict.fromkeys(
            part
            for part in parts
            if len(part) > 1 and part[0].isupper() and part.lower() not in EVERYDAY_WORDS | PARTICLES
        )
    )
