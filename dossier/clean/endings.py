"""What stands at the end of an article: who helped to report it, who wrote it, where to read on."""

from __future__ import annotations

import re

from dossier.agencies import CREDIT_AGENCIES
from dossier.clean.draft import Draft

_NAME_WORD = r"(?:[A-Z][\w.&’'-]*|agenc(?:y|ies)|news|wires?|the|and|in|from|of)"
_NAMES = rf"{_NAME_WORD}(?:[,;]?\s+{_NAME_WORD})*"
_WITH = (
    r"(?i:(?:with|additional|further)\s+(?:additional\s+)?"
    r"(?:inputs?|reporting|contributions?|information|material|files?)\s+(?:from|by))\s+"
)
_MADE = r"(?:(?:Additional )?[Rr]eporting|Writing|Editing|Compiled|Edited|Written)(?: and \w+ing)?\s+by\s+"
_SOURCE_NOTE = re.compile(
    rf"[(\[]{_WITH}[^()\[\]]+[)\]]\.?|{_WITH}{_NAMES}\.?"
    rf"|[(\[]{_MADE}[^()\[\]]+[)\]]?\.?|{_MADE}{_NAMES}(?:;\s*{_MADE}{_NAMES})*\.?"
    r"|(?i:[(\[]?(?:sources?|quellen?|fuentes?|fonti?|来源|來源)\s*[:：]\s*[^.]*[)\]]?)"
    r"|(?i:[(\[](?:agencies|from agencies|with agencies|news agencies|agences|agenturen|agencias)[)\]]\.?)"
)
_MAX_NOTE_WORDS = 30
_MAX_BARE_NOTE_WORDS = 12
_NOTE_FROM_END = 4

_BULLET = r"[^\w(\[“\"'‘]{0,6}"
_CREDITED = (
    r"(?:[A-Z][\w.’'-]*|and|in|from|of|the|for|by|at|staff|writers?|reporters?|researchers?"
    r"|correspondents?|editors?|producers?|journalists?|bureau|chief|national|political|senior|science"
    r"|medical|video|around|world|also|who|de|la|van|von|al|bin)"
)
_CREDITS = rf"{_CREDITED}(?:[,;:]?\s+{_CREDITED}){{0,40}}"
_TEXT = r"(?:report|story|article|post|piece|column|analysis|fact ?check|reporting|coverage|dispatch)"
_CONTRIBUTED = re.compile(
    # The Associated Press contributed to this report; Vance reported from Oslo; Contributing: Bo Lind; With wires
    rf"{_BULLET}{_CREDITS} (?:also )?(?:contributed|provided)(?: (?:(?:\w+ )?(?:reporting|research|information))"
    rf"(?: (?:to|for) this {_TEXT})?| (?:to|for) this {_TEXT})"
    rf"(?:,? (?:from|in) {_CREDITS})?\.?"
    rf"|{_BULLET}{_CREDITS} reported from {_CREDITED}(?:[,;]?\s+(?:reported|{_CREDITED})){{0,40}}\.?"
    rf"|{_BULLET}(?:Contributing|Contributors?|Contributed)(?: by| to this {_TEXT})?\s?[:：] ?{_CREDITS}\.?"
    rf"|{_BULLET}(?:With|From) (?:[A-Z]\w+ ){{0,3}}(?:wires?|wire (?:reports|services)|news services|staff reports"
    rf"|staff and wire reports)\.?"
    rf"|{_BULLET}(?:With )?(?:[Aa]dditional )?[Rr]eporting (?:by|from) {_CREDITS}\.?"
)
_ELSEWHERE = re.compile(
    # Mit Material von dpa; avec AFP; con información de EFE; (AFP); 责任编辑：…; 김하늘 기자 haneul@example.com
    r"(?i:mit (?:material|agenturmaterial|informationen) (?:von|der) (?:\w+[,/ ]{0,2}(?:und )?){1,5}\.?|\(?avec "
    rf"(?:{CREDIT_AGENCIES}|agences?)(?: et \w+)?\)?\.?"
    r"|con información de [^.!?]{2,60}\.?|com informações d[aeo]s? [^.!?]{2,60}\.?|met medewerking van [^.!?]{2,60}\.?"
    rf"|[(（]{CREDIT_AGENCIES}(?:[/,] ?\w{{2,10}}){{0,3}}[)）]\.?"
    rf"|\w{{2,8}}/{CREDIT_AGENCIES}(?:/\w{{2,8}}){{0,3}}|{CREDIT_AGENCIES}/\w{{2,8}}(?:/\w{{2,8}}){{0,2}})"
    r"|[(（\[【]?(?:责任编辑|责编|编辑|責任編輯|編輯|记者|記者|作者|校对|审核)\s?[:：]?\s?[^\s。，]{2,12}[)）\]】]?"
    r"|[(\[/=]?(?:[가-힣]{2,4}=)?[가-힣]{2,4} ?(?:기자|특파원)(?: ?[\w.+-]{1,40}@[\w.-]{3,40})?[)\]]?"
)
_ROLE = (
    r"(?:reporters?|correspondents?|columnists?|editors?|editor-in-chief|contributors?|writers?|journalists?"
    r"|staff writer|blogger|bureau chief"
    r"|contributing editor|news producer|photojournalist|commentator|news analyst|political analyst|judicial"
    r" analyst|radio host)"
)
_THINKER = (
    r"(?:fellow|professor|lecturer|author|co-author|host|co-host|attorney|lawyer|historian|scholar|founder"
    r"|co-founder|analyst|consultant|adviser|advisor|director|president|economist)"
)
_PERSON = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|la|van|von|bin|al)){1,4}"
_IS = rf"{_BULLET}{_PERSON}(?:, [^.!?]{{3,120}},[”\"]?)? (?:is|has been|is also|writes|covers)\b"
_BIO = re.compile(rf"{_IS}[^.!?“”\"]{{0,120}}\b{_ROLE}\b")
_THINKER_BIO = re.compile(rf"{_IS}[^.!?“”\"]{{0,80}}\b{_THINKER}\b")
_SELLS = re.compile(
    r"\b(?:author of|(?:his|her|their) (?:latest |new |most recent )?(?:books?|column|podcast|website)|follow"
    r"|columnist|contributor|twitter"
    r"|syndicated|e-?mail|can be reached|[Tt]he opinions|this (?:column|piece|essay|article))\b|@\w",
)
_REPORTED = re.compile(r"\b(?:said|says|told|asked|added)\b")
"""Who says something is a person of the article."""
_TOPICS = re.compile(
    r"(?i:topics?|tags?|filed under|more about|keywords|related topics|in this (?:story|article)|schlagwörter"
    r"|themen|stichwörter|thèmes|mots-clés|sujets|temas|etiquetas"
    r"|argomenti|tag|assuntos|tópicos|onderwerpen|trefwoorden|ämnen|tagi|tematy|etiketler|теги|темы|关键词"
    r"|标签|關鍵詞|標籤"
    r"|キーワード|タグ|태그|키워드)"
    r"\s?[:：]\s?[^.!?。]{2,200}"
)
_MAX_BIO = 900
_MAX_CREDIT = 400
_LAST = 8


def take_source_note(draft: Draft) -> None:
    """Take the note that says from whom the report was put together: most forms near the end only."""
    for part in draft.alone:
        if len(part.text) <= _MAX_CREDIT and "contribut" in part.text and _CONTRIBUTED.fullmatch(part.text):
            draft.take(part, "source-note")
    for part in draft.parts[-_NOTE_FROM_END:]:
        limit = _MAX_NOTE_WORDS if part.text.startswith(("(", "[")) else _MAX_BARE_NOTE_WORDS
        if len(part.text.split()) <= limit and _SOURCE_NOTE.fullmatch(part.text):
            draft.take(part, "source-note")


def take_endings(draft: Draft) -> None:
    """Take credits, topics and what is said of the author, line by line from the end, as long as there are any."""
    for part in draft.alone[: -_LAST - 1 : -1]:
        if len(part.text) > _MAX_BIO or part is not draft.parts[-1] or len(draft.parts) == 1:
            return
        if (rule := _ending(part.text)) is None:
            return
        draft.take(part, rule)


def _ending(text: str) -> str | None:
    if len(text) <= _MAX_CREDIT and (_CONTRIBUTED.fullmatch(text) or _ELSEWHERE.fullmatch(text)):
        return "source-note"
    if _TOPICS.fullmatch(text):
        return "topics"
    if _REPORTED.search(text):
        return None
    if _BIO.match(text) or (_THINKER_BIO.match(text) and (_SELLS.search(text) or text.startswith(("•", "—", "⦁")))):
        return "author-note"
    return None
