"""The words that say that somebody said something, and those around them."""

from __future__ import annotations

from typing import Literal

Strength = Literal["says", "quotes", "calls", "accuses"]
"""`says`: also of an indirect statement; `quotes`: beside a quotation only; `calls`: names something by a quotation."""


def _forms(verbs: str) -> dict[str, str]:
    """Every form of regular verbs, and of those given with what their past is: `say/said`, `label/labeled/labelled`."""
    found: dict[str, str] = {}
    for verb in verbs.split():
        base, *others = verb.split("/")
        stem = base.removesuffix("e")
        past = others or [f"{stem}ed"] if not base.endswith("y") or base[-2] in "aeou" else [f"{base[:-1]}ied"]
        third = f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in "aeou" else f"{base}s"
        third = f"{base}es" if base.endswith(("ss", "sh", "ch", "x", "go")) else third
        doubled = {f"{form[:-2]}ing" for form in others if form in {f"{base}{base[-1]}ed", f"{stem}ed"}}
        found[base] = "base"
        found.update(dict.fromkeys((third, *past), "finite"))
        found.update(dict.fromkeys(doubled or {f"{base if base.endswith('ee') else stem}ing"}, "participle"))
    return found


_SAYS = _forms(
    "say/said tell/told add warn note stress announce claim argue insist explain declare state confirm deny "
    "reiterate maintain assert emphasize emphasise acknowledge admit/admitted complain predict suggest "
    "report allege contend/contended testify vow pledge promise recall remark observe caution/cautioned conclude "
    "concede reply agree estimate disclose underline underscore"
)
_QUOTES = _forms(
    "write/wrote tweet/tweeted ask continue respond joke answer shout yell chant quip/quipped post urge read/read "
    "quote praise mock lament boast question cite charge criticize criticise slam/slammed blast recount/recounted "
    "counter/countered retort/retorted assure interject/interjected exclaim whisper/whispered murmur/murmured "
    "ponder/pondered muse plead/pleaded/pled demand/demanded instruct/instructed text/texted elaborate clarify "
    "marvel/marveled opine proclaim scoff deadpan/deadpanned tout/touted snap/snapped gush fume wonder/wondered "
    "offer/offered invite order/ordered bellow roar signal/signaled/signalled laugh sing/sang comment/commented "
    "reveal blame bemoan decry/decried denounce condemn rail hail scream cry/cried begin/began pronounce advise "
    "reassure speculate venture theorize gripe grumble/grumbled remind/reminded sum/summed reflect/reflected preach "
    "vent hint/hinted refer/referred compare express stipulate propose portray attack challenge think/thought "
    "find/found believe echo credit dismiss shoot/shot intimate bark bristle chide/chided deride disagree encourage "
    "hope implore lash/lashed object pen/penned pray profess rant rave relate relay/relayed scold sneer/sneered spell "
    "spout sputter stammer swear/swore taunt thunder tease tut utter/uttered volunteer/volunteered worry/worried "
    "protest/protested email/emailed point/pointed confess thank mutter/muttered mumble groan growl/growled hiss sigh "
    "gasp concur/concurred surmise posit/posited stutter/stuttered enthuse fret/fretted confide repeat/repeated "
    "interrupt/interrupted"
)
_CALLS = _forms("call describe dub/dubbed brand/branded label/labeled/labelled term characterize characterise deem")
_ACCUSES = _forms("accuse")

CUES: dict[str, Strength] = {
    **dict.fromkeys(_QUOTES, "quotes"),
    **dict.fromkeys(_SAYS, "says"),
    **dict.fromkeys(_CALLS, "calls"),
    **dict.fromkeys(_ACCUSES, "accuses"),
}
"""Each form of each verb."""
PARTICIPLES = frozenset(
    form for forms in (_QUOTES, _SAYS, _CALLS, _ACCUSES) for form, kind in forms.items() if kind == "participle"
)
"""Those whose subject stands elsewhere: `saying`."""
BARE = frozenset(
    form for forms in (_QUOTES, _SAYS, _CALLS, _ACCUSES) for form, kind in forms.items() if kind == "base"
) - {"read"}
"""Forms without an ending, which are also nouns or infinitives: of a plural, or behind another verb."""
LIKE_NOUNS = frozenset(
    "reports claims notes comments demands offers posts charges orders signals hints attacks challenges promises "
    "pledges laments boasts jokes reads quotes cites tweets texts answers questions finds thanks "
    "cries laughs roars predicts "
    "estimates vows warnings counters mocks remarks states terms calls protests hopes worries points slams shouts "
    "chants screams sighs brands labels blames credits repeats objects taunts urges shoots signs".split()
)
"""Forms of the third person which are also nouns of the plural."""
WRITES = frozenset(
    "wrote writes tweeted tweets posted texted assured countered responded responds reassured revealed reveals joked "
    "lamented boasted opined opines speculated hinted signaled signalled commented clarified proclaimed confessed "
    "pointed points reminded advised demanded emailed".split()
)
"""Forms that tell something where `that` stands behind them, beside those of `says`."""
NO_THAT = frozenset("said says say".split())
"""Forms behind which `that` is often left out."""
JUDGES = frozenset(
    f"{stem}{ending}"
    for stem in "urg prais mock blam criticiz criticis denounc condemn dismiss blast slamm portray describ chid derid "
    "decri lament attack challeng credit characteriz characteris hail tout".split()
    for ending in ("ed", "es", "s")
)
"""Forms that say what somebody thinks of something: what is quoted behind them is theirs."""
THAT_FREE = frozenset(form for form, kind in _SAYS.items() if kind == "finite") - NO_THAT
"""Forms behind which `that` is sometimes left out, before words that begin a clause."""
TELLING = frozenset(_SAYS) | WRITES | _ACCUSES.keys() | JUDGES | {"according"}
"""Words without which nothing is retold."""
REPORTS = frozenset("reported reports said says".split())
"""What one who relays another's words does."""

OUTLETS = frozenset(
    "times post journal herald tribune guardian news gazette magazine cnn bbc nbc abc cbs npr msnbc politico bloomberg "
    "telegraph independent examiner spiegel monde chronicle globe broadcasting radio television tv today".split()
)
"""Last words of the names of outlets."""

PRONOUNS = frozenset("he she they it i we you".split())
DETERMINERS = frozenset(
    "the a an some one several many most another two three four five six seven eight nine ten his her their its our my "
    "this these those all both other every each few dozens hundreds thousands no neither".split()
)
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow morning afternoon "
    "evening night january february march april may june july august september october november december week month "
    "year weekend last earlier late later early this recently ago jan feb aug sept oct nov dec".split()
)
AUXILIARIES = frozenset(
    "has have had also later then once previously reportedly repeatedly recently subsequently since still even again "
    "never just now first quickly simply himself herself themselves itself both always often further he'd "
    "immediately eventually initially jokingly sarcastically bluntly flatly".split()
)
NEGATIONS = frozenset(
    "not never cannot didn't don't doesn't didn’t don’t doesn’t declined refused wouldn't couldn't".split()
)
MODALS = frozenset("would could should might may must can shall if to will whether".split())
BE = frozenset("is are was were be been being am".split())
CLAUSE = frozenset(
    "that which who whom whose where when while because if although though since as but whether after before until "
    "unless than so how why what once or nor despite".split()
)
"""Words that begin a clause, before which no subject reaches back."""
VERBS = frozenset(
    "did does do will would can could may might must shall should not n't went came took made got saw gave left met "
    "won lost became began felt that's it's he's she's there's what's here's who's held kept let "
    "put ran sent set spoke stood thought turned used wanted".split()
)
PREPOSITIONS = frozenset(
    "in on at during after before about to with via through by from for of under over into against amid among between "
    "following per toward towards near without within across behind outside inside like upon".split()
)
LEADING = frozenset(
    "but and so yet though although still meanwhile however also then now while later earlier instead indeed moreover "
    "furthermore nonetheless nevertheless as or because since whereas additionally separately similarly even that "
    "afterward afterwards today yesterday tonight".split()
)
"""What may stand before a subject without being part of it."""

SPEAKERS = frozenset(
    "official officials diplomat diplomats source sources spokesman spokeswoman spokesperson spokespeople spokesmen "
    "analyst analysts critic critics police expert experts authority authorities witness witnesses aide aides "
    "supporter supporters prosecutor prosecutors investigator investigators lawyer lawyers attorney attorneys senator "
    "senators president minister secretary governor mayor lawmaker lawmakers leader leaders economist economists "
    "scientist scientists researcher researchers resident residents activist activists adviser advisers advisor "
    "advisors strategist strategists campaign candidate candidates democrat democrats republican republicans "
    "protester protesters envoy ambassador negotiator negotiators doctor doctors executive executives trader traders "
    "dealer dealers company ministry government agency court judge chairman chairwoman director editor columnist "
    "reporter journalist professor author operative operatives observer observers insider insiders man woman people "
    "person voter voters member members organizer organizers statement report newspaper paper site outlet nominee "
    "congressman congresswoman representative representatives commander general colonel captain chief head friend "
    "friends relatives family mother father brother sister wife husband son daughter prince king queen pope bishop "
    "priest student students teacher teachers worker workers farmer farmers historian historians pollster pollsters "
    "council committee commission department bureau office group team union party delegation army military media "
    "premier chancellor deputy businessman billionaire mogul tycoon host anchor commentator actor actress singer "
    "manager consultant counsel donor donors delegate delegates participant participants attendee attendees "
    "sergeant detective officer officers sheriff agent agents inspector captain admiral".split()
)
"""What speakers are called who are not named."""
DOCUMENTS = frozenset(
    "draft report poll survey data study documents document transcript filing figures census records record law text "
    "website estimates statistics tally count results tabulations tracking rules constitution bible numbers polls "
    "studies reports memo emails email forecast schedule".split()
)
"""What tells something and is nobody."""
COLLECTIVES = frozenset(
    "company ministry government agency court police campaign people statement report newspaper "
    "paper site outlet family "
    "council committee commission department bureau office group team union party delegation army military media "
    "corporation firm bank university administration organization organisation association".split()
)
"""What is called so is nobody whom `he` or `she` means."""
HIDDEN = frozenset("anonymity anonymous anonymously unnamed unidentified".split())
NAMELESS = frozenset(
    "official officials diplomat diplomats source sources aide aides insider insiders operative operatives staffer "
    "staffers adviser advisers advisor advisors negotiator negotiators executive executives employee employees".split()
)
"""What those are called who do not want to be named."""
ABBREVIATIONS = frozenset(
    "mr mrs ms dr gov sen rep gen st lt col sgt prof rev capt cmdr adm maj hon pres jr sr no vs jan feb mar apr aug "
    "sept oct nov dec calif fla mass penn pa va wis ala ariz ark colo conn ga ill ind kan ky la md mich minn miss mo "
    "mont neb nev okla ore tenn tex vt wash inc corp co ltd reps sens gov’t supt sec d-n.y r-s.c".split()
)
"""Words behind which a full stop ends no sentence."""
