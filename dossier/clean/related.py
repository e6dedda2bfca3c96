"""Pointers to other articles between the paragraphs: labels, the headlines under them, and teasers in one line."""

from __future__ import annotations

import re

from dossier.clean.draft import Draft

MAX_RELATED = 3
"""So many headlines are taken after a label; a further one is doubtful, and stays."""
_MAX_HEADLINE = 160

_LABELS = (
    "read (?:more|also|next|on|this)",
    "also read",
    "related(?: (?:stories|story|articles?|news|coverage|headlines|links|content))?",
    "see also",
    "also see",
    "more on this(?: story| topic)?",
    "recommended(?: for you)?",
    "you (?:may|might) also like",
    "don['’]t miss",
    "(?:à )?lire (?:aussi|également|plus)",
    "(?:à )?voir aussi",
    "sur le même sujet",
    "lesen sie auch",
    "auch interessant",
    "das könnte (?:sie|dich) auch interessieren",
    "(?:mehr )?zum thema",
    "leer más",
    "le[ae] (?:también|además)",
    "(?:mir[ae]|vea|ver) también",
    "(?:también )?(?:te|le) puede interesar",
    "(?:noticias|artículos) relacionad[ao]s",
    "leia (?:também|mais)",
    "veja também",
    "notícias relacionadas",
    "leggi anche",
    "vedi anche",
    "articoli correlati",
    "(?:lees|bekijk) ook",
    "läs (?:också|mer|även)",
    "(?:prze)?czytaj (?:też|także|również|więcej)",
    "zobacz (?:też|także|również)",
    "(?:bunu da|ayrıca) okuyun",
    "ilgili haberler",
    "(?:читайте|смотрите) также",
    "(?:материалы )?по теме",
    "延伸阅读",
    "延伸閱讀",
    "推荐阅读",
    "相关(?:新闻|阅读|报道|链接|文章)",
    "相關(?:新聞|報導|文章)",
    "関連(?:記事|ニュース|リンク)",
    "あわせて読みたい",
    "관련 ?(?:기사|뉴스)",
    "[اإ]قرأ أيض(?:ا|اً|ًا)",
    "شاهد أيض(?:ا|اً|ًا)",
    "(?:مواضيع|أخبار|مقالات) ذات صلة",
)
_LABEL = rf"[►▶»>*\s]*(?:{'|'.join(_LABELS)})"
_RELATED_LABEL = re.compile(rf"{_LABEL}\s*[:：►▶»>.…]*", re.IGNORECASE)
_RELATED_INLINE = re.compile(rf"{_LABEL}\s*[:：]\s+(?=\S)", re.IGNORECASE)
_THING = r"(?:photos|pictures|gallery|slideshow|videos?|audio|podcast|graphics?|interactive|cartoons?)"
_TEASER = re.compile(
    # Watch: Mayor speaks of the toll; (PHOTOS: The strike in pictures)
    rf"[►▶»>*\s]*(?:watch(?: now| live)?|listen(?: now)?|{_THING}|full coverage|in (?:photos|pictures)"
    rf"|more)\s?[:：]\s?(?P<head>\S.*)"
    rf"|[(\[]\s*(?:watch|listen|{_THING}|full coverage|see also|see more|also (?:on|see|read)|read|read more|more"
    rf"|related)"
    r"\b[^()\[\]:]{0,40}[:：][^()\[\]]{3,140}[)\]]"
    r"|(?:watch|listen|more)\s?[:：]|online:",
    re.IGNORECASE,
)
_POINTERS = re.compile(
    # CLICK HERE TO GET THE APP; Click for more from Coast News; For more, click here
    r"[^\w]{0,4}(?:click|tap) here(?: (?!said|says|was|is)[^.!?,]{1,110})?"
    r"|[^\w]{0,4}(?:click|tap) (?:to|for|on) (?:get|read|listen|view|watch|see|share|email|print|expand|enlarge"
    r"|subscribe|join|sign"
    r"|follow|more|the (?:link|image|photo|video))\b[^.!?]{0,110}"
    r"|(?:for|to|don['’]t|can['’]t)\b[^.!?]{3,110}[,?]\s(?:please )?click (?:here|below)"
    r"|(?:for )?(?:more|full|complete|continuing) (?:on|coverage|stories|news|from)\b[^.!?]{0,80} (?:visit|go to"
    r"|click|see)\b[^!?]{0,60}"
    r"|read (?:more|the (?:full|rest|original)|full)\b(?: \w+){0,5} (?:at|on|from|in|here)\b[^!?:]{0,60}"
    r"|(?:read|see|find|get|view)(?: \w+){0,2} more (?:\w+ ){0,3}(?:at|on|from|here)\b[^!?:]{0,60}"
    r"|(?:visit|go to) [^.!?]{2,50}['’]s? (?:home ?page|web ?site)\b[^.!?]{0,40}"
    r"|watch the (?:latest|full) (?:videos?|episode|interview)\b[^!?]{0,40}(?:at|on|below|above|here)\b[^!?]{0,40}"
    r"|(?:get|download|try) (?:the|our)(?: [\w.]+){0,4} apps?\b[^.!?]{0,60}"
    r"|full coverage of [^.!?]{3,60}|more here|continue reading (?:at|on) [^!?]{2,40}",
    re.IGNORECASE,
)
_MAX_POINTER = 160
_KEYS = (
    "click|tap |more|watch|listen|read|full|coverage| app|visit|go to|photos|pictures|gallery|"
    "slideshow|video|audio|podcast|graphic|interactive|cartoon|see |also|related|online"
).split("|")
"""One of these stands in every pointer."""


def take_related(draft: Draft) -> None:
    """Take the label over related headlines, and the headlines: on its own line, or those that follow."""
    waiting = 0
    for part in draft.parts:
        if len(part.text) <= _MAX_HEADLINE and _RELATED_LABEL.fullmatch(part.text):
            draft.take(part, "related-label")
            waiting = MAX_RELATED
        elif (inline := _RELATED_INLINE.match(part.text)) and _like_headline(part.text[inline.end() :]):
            draft.take(part, "related-label", inline.end())
            draft.take(part, "related-headline")
            waiting = 0
        elif waiting and part.block.kind != "heading" and _like_headline(part.text) and not draft.cuts_a_sentence(part):
            draft.take(part, "related-headline")
            waiting -= 1
        else:
            waiting = 0


def take_teasers(draft: Draft) -> None:
    """Take a line that points to another page, video or app: `Watch: …`, `Click here for …`, `Read more at …`.

    `Watch: …` stays where it is the first line: a headline may begin so.
    """
    for index, part in enumerate(draft.alone):
        if len(part.text) <= _MAX_POINTER and _is_teaser(part.text, first=index == 0):
            draft.take(part, "teaser")


def _is_teaser(text: str, *, first: bool) -> bool:
    if not any(map(text.casefold().__contains__, _KEYS)):
        return False
    if match := _TEASER.fullmatch(text):
        return match["head"] is None or (not first and _like_headline(match["head"]))
    return _POINTERS.fullmatch(text.rstrip(" .!…»›>*)]")) is not None


def _like_headline(text: str) -> bool:
    """Whether a line under a label reads like a headline: short, with no full stop at its end."""
    if len(text) > _MAX_HEADLINE:
        return False
    bare = text.rstrip("\"'”’»」)] ")
    first = text.lstrip("\"'“‘«„「([ ")[:1]
    abbreviated = re.search(r"\b(?:[A-Z]\.){2,}$", bare) is not None
    return (
        any(sign.isalnum() for sign in text)
        and not first.islower()
        and (abbreviated or not bare.endswith((".", ",", ":", ";", "。")))
    )
