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

_NAMES_LIKE_WORDS = frozenset(
    (
        "beverly billy browning connolly dolly emily fleming gooding harding holly irving keating kelly kimberly "
        "kipling manning molly polly redding reilly sally spalding sterling willy"
    ).split()
)
"""Names that end as participles and adverbs do."""

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

NAMED_BODIES = frozenset(
    (
        "academy act airlines association bancorp broadcasting co college company conservancy corp corporation "
        "exchange federation foundation fund group holdings hospital inc institute league legion line lines ltd "
        "magazine motors orchestra pac partnership plc school society union university"
    ).split()
)
"""Words that end the names of bodies and laws which begin with a place: `Ohio State University`, `American Act`."""

NAMED_AFTER = frozenset(
    (
        "airport avenue boulevard bridge building center centre drive foundation highway hospital institute library "
        "museum prize school square street university"
    ).split()
)
"""Words that make something else of the person's full name they stand behind: `Ada Vance Street`."""

LEAVE_A_PLACE = frozenset(
    (
        "administration army bureau capitol caucus caucuses congress constitution embassy government legislature "
        "military navy parliament senate statehouse"
    ).split()
)
"""Words with a capital that stand behind a place without making something else of it: `China Embassy`."""

INSIDE_TITLES = frozenset("across again against down for full good great it make on out over up".split())
"""Everyday words that have a capital in the middle of a sentence only where they stand in a name or a title."""

FOR_A_PLACE = frozenset(
    "action alliance citizens coalition democracy friends mothers people students union veterans voters women "
    "workers".split()
)
"""Words that, with `for`, make the name of a body of the place behind them: `Students for America`."""

SHARED_BODIES = frozenset("assembly bank commission congress council court league parliament party senate".split())
"""Last words of names that many bodies share: behind another name with a capital, they are another body's."""

DESCENT = frozenset(("African", "Asian", "European", "Latin"))
"""Words before `American` that tell of descent: who is called so comes from no such place."""

OF_A_PLACE = frozenset(
    (
        "academy alliance archbishop archdiocese association bank bishop board bureau cathedral center centre chamber "
        "church club college commission committee confederation congress conservatory convention council court "
        "department diocese duchess duchy duke earl faculty federation gulf hospital house institute institution isle "
        "kingdom league library mall ministry movement museum orchestra organisation organization parliament party "
        "republic school scouts sea senate society strait straits synod tribes union university"
    ).split()
)
"""Words that, with `of` or `for`, make something else of the place behind them: `Bank of China`, `Gulf of Mexico`."""

BEFORE_A_PERSON = frozenset(
    (
        "admiral ambassador archbishop ayatollah baron baroness bishop captain cardinal chairman chairwoman chancellor "
        "col colonel commander congressman congresswoman count countess dr father gen gov governor hon imam inspector "
        "judge king lady lieutenant lord lt madam marshal mayor minister miss mr mrs ms nominee pastor pope premier "
        "president prince princess prof professor queen rabbi rep representative rev sen senator sgt sheikh sheriff "
        "sir spokesman spokeswoman sultan"
    ).split()
)
"""Titles behind which no place stands: there, its name is somebody's."""

FIRST_NAMES = frozenset(
    (
        "aaron adam alan albert alex alexander alice amanda amy andrea andrew angela ann anna anne anthony antonio "
        "arthur ashley barbara benjamin bernard bernie betty bob bobby brandon brenda brian bruce bryan carl carlos "
        "carol caroline carolyn catherine charles charlie cheryl chris christina christine christopher cindy claire "
        "craig cynthia dan daniel david deborah debra dennis diana diane donald donna dorothy doug douglas edward "
        "eileen elizabeth ellen emily emma eric erin eugene evelyn fred frederick gary george gerald gloria gordon "
        "greg gregory hannah harold harry heather helen henry howard isabel jack jacob jacqueline james jane janet "
        "janice jason jeff jeffrey jennifer jeremy jerry jessica jill jim jimmy joan joe joel john johnny jonathan "
        "jose joseph joshua joyce juan judith judy julia julie justin karen katherine kathleen kathryn katie keith "
        "kelly ken kenneth kevin kimberly larry laura lauren lawrence linda lisa lois louis louise lucas luke "
        "margaret maria marie marilyn marjorie martha martin mary matthew megan melissa michael michelle mike mildred "
        "nancy natalie nathan nicholas nicole noah norman oliver olivia pamela patricia patrick paul paula peter "
        "philip phillip phyllis rachel ralph raymond rebecca richard rick robert roger ronald roy ruth ryan samantha "
        "samuel sandra sara sarah scott sean sharon shirley simon sophia sophie stephanie stephen steve steven stuart "
        "susan teresa terry theodore theresa thomas tim timothy todd tom tony tyler victor vincent walter wayne "
        "william willie zachary"
    ).split()
)
"""First names so common that a name behind them is somebody's, and that are no other words."""

FAMILY_NAMES_FIRST = frozenset(
    (
        "ahn ban bui cao chang chen cheng chiang chin cho choi chu chung dang deng ding do dong duong fan fang "
        "feng gao guo han he ho hoang hong hu huang huynh hwang jang jeong jiang jin jo jung kang kim ko kwon le "
        "lee li liang lim lin liu lu luo ma mao moon ngo nguyen oh pan park peng pham phan ri roh ryu seo shen shi "
        "shin sin so son song su suh sun tan tang tran tsai wang wei wen wong wu xi xiao xie xu yan yang yao ye "
        "yeo yi yoo yoon yu yun zeng zhang zhao zheng zhou zhu"
    ).split()
)
"""Family names that stand before the given ones, as in China, Korea and Vietnam: what goes on is somebody akin."""

HEADS_OF_NAMES = frozenset(
    (
        "ac air amnesty as bank brand camp cape captain castle cf club counter fc fort ft greenpeace hms hotel inter "
        "lake little miss mount mr mrs ms mt planet point port porto radio rc real sporting ss team uss visit"
    ).split()
)
"""Words that make something other than a person of the place they stand before: `Fort Washington`, `Air France`."""

BESIDE_A_PLACE = frozenset(
    (
        "allied ally amid banning beyond catholic christian communist de democratic despite fascist followed foreign "
        "council hence herald house however imperial islamic islamist journal mainland metropolitan muslim nazi "
        "neighbouring neither nuclear orthodox overall perhaps post postwar rival ruled shia shiite soviet sunni thus "
        "times tribune twice wartime weimar whenever whether"
    ).split()
)
"""Words with a capital before a place that leave it what it is: `Nazi Germany`, `Neither Russia`, `Post Paris man`."""

STATE_OFFICES = frozenset(
    "attorney democrat democrats gov governor house legislature republican republicans rep sen senate senator state "
    "supreme".split()
)
"""Words behind the name of a state of the USA that is a country's, too: `Georgia Governor`."""

STATES = frozenset(
    (
        "alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware florida georgia "
        "hampshire hawaii idaho illinois indiana iowa jersey kansas kentucky louisiana maine maryland massachusetts "
        "michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee "
        "texas utah vermont virginia wisconsin wyoming york"
    ).split()
)
"""The states of the USA by their last words; `Mexico`, `Island` and `Washington` are also others'."""

CITIES_LIKE_STATES = frozenset(("New York", "Washington"))
"""Names of cities that are as well those of states."""

STATES_APART = STATES - frozenset("georgia maryland virginia york".split())
"""States that no place is named beside for standing near it: beside them, a name that a city shares is the state's."""

IN_A_STATE = re.compile(
    r", (?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia(?! and\b| or\b)"
    r"|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota"
    r"|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|(?:North|South) Carolina"
    r"|(?:North|South) Dakota|Ohio|Oklahoma|Ontario|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont"
    r"|(?:West )?Virginia|Wisconsin|Wyoming|(?:AL|AR|CA|FL|GA|IL|KY|MD|MI|MN|MO|NH|NJ|NY|OH|TN|TX|VA|WI)\b"
    r"|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Ky|Mass|Md|Mich|Minn|Miss|Mo|Neb|Okla|Ont|Ore|Pa|Tenn|Tex|Va"
    r"|Wis|Wyo|N\.H|N\.J|N\.Y|N\.C|S\.C)\.)"
)
"""A state behind a city: `Paris, Texas`. New York and Washington are left out, which stand in lists of cities."""


_DEMONYMS = frozenset(
    (
        "arab argentine basque briton burkinabe catalan croat cypriot czech dane dutch filipina filipino finn flemish "
        "french frenchman german greek icelander kirghiz kurd luxembourger magyar malagasy malay monegasque "
        "montenegrin mosotho motswana netherlander nigerien norse pole québécois quebecois sami scot serb slav slovak "
        "slovene spaniard surinamer swede swiss tadzhik tajik thai tibetan turk turkmen tutsi uighur uyghur uzbek "
        "welsh yankee zealander"
    ).split()
)
"""Names of peoples, and adjectives, that end in no way by which such words are known."""

_DEMONYM = re.compile(r"\w*(?<!st)ans?|\w+(?:ese|ish|ois|ic|is?|ers?)")
_NOUN = re.compile(r"[A-Z][^\W\d_A-Z]+(?:[ '’-](?:and |of |the |d['’])*[A-Z][^\W\d_A-Z]+)*")


GENERATION = re.compile(r",?\s+(?:Jr|Sr|Junior|Senior|II|III|IV)\b")
"""What makes another person of the full name it stands behind."""


def bare_word(word: str) -> str:
    """A word in small letters, without the ending of a possessive."""
    return word.lower().removesuffix("'s").removesuffix("’s")


def is_everyday(word: str) -> bool:
    """Whether a word with a capital, in small letters here, is no name wherever it begins a sentence."""
    return word in EVERYDAY_WORDS or (_ORDINARY.fullmatch(word) is not None and word not in _NAMES_LIKE_WORDS)


def is_title(word: str) -> bool:
    """Whether a word before a name, in small letters here, is a title: also `ex-president`, `presidents`."""
    return any(part in TITLES or part.removesuffix("s") in TITLES for part in word.split("-"))


def is_noun(name: str) -> bool:
    """Whether another name of a place is a noun as its name is: `Holland`, `Ivory Coast`; no `Dutch`, `Poles`, `U.S.`.

    What ends as the names of most peoples do is taken for one of these; and `United States` stands before other words
    as an adjective does.
    """
    if _NOUN.fullmatch(name) is None or name.startswith("United "):
        return False
    last = name.rpartition(" ")[2].lower()
    return not (last in _DEMONYMS or last.removesuffix("s") in _DEMONYMS or _DEMONYM.fullmatch(last) is not None)


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
