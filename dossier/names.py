"""What must be known of names: their parts, and the words that are none."""

from __future__ import annotations

import re

EVERYDAY_WORDS = frozenset(
    (
        "a about above after again against aides all almost alone along already also although always amid among "
        "an analysts and another any april are around as asked at august away back be because been before behind "
        "being below best better between big both but by can chief could critics day december despite did do does "
        "down dozen dozens during each earlier early east either else end even ever every everybody experts "
        "february few first five for former four friday from full general get go god good great had half hall has "
        "have he her here high him his hope how however i if in into is it its january job joy july june just "
        "king lady last late later law least left less like little long lord love low made make man many march "
        "may me meanwhile might monday more most much must my near never new next no nobody nor north not "
        "november now october of off officials old on once one onetime only or other our out over own page past "
        "peace price prime remember remembering rich right said saint same saturday sea second see senior "
        "september several she should since so some son song soon sources south star state still stone such "
        "summer sun sunday sure team than that the their them then there these they third this those though three "
        "through thursday time to today together told tomorrow tonight too tuesday two under unlike until up upon "
        "us very via war was way we wednesday well were west what when where whereas which while who whole why "
        "will winter with within without woman would year yes yesterday yet you young your"
    ).split()
)
"""Words that begin sentences and stand in titles; as part of a name they do not point to a person alone."""

FUNCTION_WORDS = frozenset(
    (
        "al am an auf aus bei da das dem den der des di die du e ein eine el em en er es et gli i il im in la las le "
        "les lo los na no o os por se si su te to tu un una une uno van von y zu"
    ).split()
)
"""Small words of other languages in Latin letters, which begin sentences there: `Un homme`, `Un hombre`."""

CALENDAR = frozenset(
    (
        "april august december february friday january july june march may monday november october saturday "
        "september sunday thursday today tomorrow tonight tuesday wednesday yesterday"
    ).split()
)
"""Words with a capital that stand behind a name without being part of it."""

_ORDINARY = re.compile(r"[a-z]{3,}(?:ing|ly)|(?:five|six|seven|eight|nine|ten|dozens|hundreds|thousands)")

PARTICLES = frozenset(
    (
        "abu al ap ben bin bint da dal de del della den der des di do dos dr du e el ibn ii iii iv jr la las le "
        "lo los mac mr mrs ms of sir sr st ter the und van ver von y za zu zum zur"
    ).split()
)
"""Parts of a name that name nobody alone."""

TITLES = frozenset(
    (
        "admiral ambassador archbishop attorney ayatollah baroness bishop candidate captain cardinal chairman "
        "chairwoman chancellor chief coach colonel commander comrade congressman congresswoman conservative "
        "corporal councillor crown democrat democratic deputy director dr emir emperor envoy envoys father "
        "foreign general governor imam inspector judge justice king labour lady lawyer leader lieutenant lord "
        "madam major marshal mayor minister miss mr mrs ms mullah nominee officer official officials pastor pope "
        "premier president prime prince princess private professor queen rabbi representative republican saint "
        "secretary senator sergeant sheikh sheriff sir spokesman spokesperson spokeswoman sultan supreme vice"
    ).split()
)
"""Words before a name that are no part of it, in small letters."""


BEFORE_A_PLACE = frozenset(
    (
        "central east eastern greater inner lower mid new north northeast northeastern northern northwest "
        "northwestern old outer south southeast southeastern southern southwest southwestern upper west western"
    ).split()
)
"""Words that make another place of the one they stand before: `South China Sea`, `West Virginia`."""

AFTER_A_PLACE = frozenset(
    (
        "accord agreement airlines airport airways avenue bay bridge chronicle club convention daily examiner "
        "express gazette globe gulf herald hotel independent inquirer institute island islands journal mail "
        "marathon mercury mirror monitor museum news observer ocean open park pass peninsula post protocol radio "
        "record register review river sea square standard star statement strait street sun telegraph times today "
        "tower treaty tribune university valley world"
    ).split()
)
"""Words that make something else of the place they stand behind: `China Daily`, `Paris Agreement`."""

OF_A_PLACE = frozenset(
    (
        "academy alliance archbishop archdiocese association bank bishop board bureau cathedral center centre chamber "
        "church club college commission committee confederation congress conservatory convention council court "
        "department diocese duchess duchy duke earl faculty federation gulf hospital house institute institution isle "
        "kingdom league library ministry movement museum orchestra organisation organization parliament party "
        "republic school sea senate society strait straits synod union university"
    ).split()
)
"""Words that, with `of` or `for`, make something else of the place behind them: `Bank of China`, `Gulf of Mexico`."""


GENERATION = re.compile(r",?\s+(?:Jr|Sr|Junior|Senior|II|III|IV)\b")
"""What makes another person of the full name it stands behind."""


def is_everyday(word: str) -> bool:
    """Whether a word with a capital, in small letters here, is no name wherever it begins a sentence."""
    return word in EVERYDAY_WORDS or _ORDINARY.fullmatch(word) is not None


def is_title(word: str) -> bool:
    """Whether a word before a name, in small letters here, is a title: also `ex-president`, `presidents`."""
    return any(part in TITLES or part.removesuffix("s") in TITLES for part in word.split("-"))


_NAMES_NOBODY = EVERYDAY_WORDS | PARTICLES | FUNCTION_WORDS


def short_names(name: str) -> tuple[str, ...]:
    """The single parts of a person's full name that may stand for the person: no initial, particle or everyday word."""
    if " " not in name:
        return ()
    parts = (part.strip(".,'’") for part in name.replace("-", " ").split())
    return tuple(
        dict.fromkeys(
            part for part in parts if len(part) > 1 and part[0].isupper() and part.lower() not in _NAMES_NOBODY
        )
    )
