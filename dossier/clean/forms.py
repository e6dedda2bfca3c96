"""The sentences of notices as expressions: each matches a whole sentence, and repeats nothing without bound."""

from __future__ import annotations

import re

_TEXT = (
    r"(?:story|article|post|report|column|piece|page|interview|essay|op-ed|commentary|opinion|item"
    r"|live ?blog|transcript)"
)
_SITE = (
    r"(?:twitter|facebook|instagram|linkedin|youtube|snapchat|tiktok|threads|mastodon|bluesky|flipboard"
    r"|telegram|whatsapp|x)"
)
_HANDLE = r"@\s?\w{2,30}"
_MAIL = r"(?:[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}|\[email[  ]protected\])"
_LETTER = (
    r"(?:newsletters?|e-?mails?|e-?mail alerts?|alerts?|updates|briefings?|podcasts?|channel|inbox|digest|mailing"
    r" list|magazine"
    r"|notifications|youtube|journalism|subscription|itunes|spotify|edition)"
)
_NAME = r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})"
_WHOM = rf"(?i:us|me|him|her|them|our|the author|this author|{_HANDLE}|(?-i:{_NAME})|the (?-i:{_NAME}))"

FORM = re.compile(
    r"\bby (?:signing up|subscribing|registering|clicking [^.!?]{2,40}|submitting [^.!?]{2,40}|providing [^.!?]{2,40})"
    r",? (?:you|i) (?:agree|acknowledge|accept|consent|are agreeing|are opting)\b"
    r"|\b(?:you (?:can|may) )?(?:unsubscribe|opt out) at any ?time\b"
    r"|\b(?:site|form|page) is protected by recaptcha\b|\bchoose your country\b|\byou will receive (?:occasional"
    r" )?promotional\b"
    r"|\b(?:delivered|sent|straight|right|directly)(?: \w+){0,3} (?:to|in|into) your (?:inbox|e-?mail|mailbox)\b"
    r"|(?:^|\W)(?:get|receive)\b[^.!?]{2,80}\bin your inbox\b",
    re.IGNORECASE,
)
_NEWSLETTER = (
    rf"(?i:(?:[^.!?:]{{0,80}}[:—–-]\s?)?(?:please |(?:to|for) [^.!?]{{3,90}}, (?:please )?|and |also |"
    rf"click (?:here )?to )?(?:sign(?:ed)? up|subscribe)\b[^.!?]{{0,140}}?\b{_LETTER}\b[^!?]{{0,100}}\W*)"
    r"|(?i:(?:[^.!?:]{0,80}[:—–-]\s?|to [^.!?]{3,80}, |already a (?:subscriber|member)\? )?(?:please )?(?:sign up"
    r"|subscribe|register|join|donate|log in|sign in)(?: for free)? (?:here|now|today|for (?:free|only|just|as"
    r" little)\b[^!?]{0,60})\W*)"
    rf"|(?i:(?:get|receive|join|read|try) (?:the|our|my|[^.!?]{{2,30}}['’]s?)\b[^.!?]{{0,60}}\b(?:newsletters?"
    rf"|mailing list|e-?mail alerts?|daily briefing)\b[^.!?]{{0,60}}\W*)"
    rf"|(?i:(?:want|would you like|looking for|like) [^.!?]{{3,120}}\b(?:{_LETTER}|news|stories|coverage"
    rf"|more)\b[^.!?]{{0,60}}\?)"
    r"|(?i:if you (?:enjoyed|liked|like|love|value|appreciate) (?:this|our|what|reading|the)\b[^.!?]{0,200}[.!:]?)"
    r"|(?i:(?:please |help |help us )?(?:support|fund|chip in|donate|contribute)\b[^.!?]{0,80}\b(?:journalism"
    r"|reporting|newsroom|our work|independent media)\b[^.!?]{0,80}\W*)"
    r"|(?i:(?:[^.!?:]{2,20}: )?(?:as a public service, )?[^.!?]{0,60}\b(?:our|has removed the|removed (?:the|our))"
    r" (?:\w+ ){0,5}(?:coverage is free|coverage free|paywall)\b[^.!?]{0,80}\W*)"
    r"|(?i:(?:get|download|try|install) (?:the|our)(?: [\w.]+){0,4} apps?\b[^.!?]{0,80}\W*)"
)
_FOLLOW = (
    rf"(?i:[-–—•\s]*(?:follow(?: us)?|tweet)\s{_HANDLE}(?:[\s,;&]*(?:and|follow|on|twitter|instagram|{_HANDLE}))*\W*)"
    rf"|(?i:[-–—•(\[\s]*(?:you can )?(?:also )?(?:follow|like|join|friend|add|tweet(?: to)?|connect with))"
    rf" {_WHOM}[^!?]{{0,90}}\b(?i:on|at|via|to|in|by)\b[^!?]{{0,30}}(?i:\b{_SITE}\b|{_HANDLE}"
    rf"|\bhere\b)[^!?]{{0,120}}"
    rf"|[-–—•⦁\s]*(?:{_NAME}|(?i:he|she|they|we|you can|i)) (?i:can (?:also )?be (?:reached|followed|contacted"
    rf"|found|e-?mailed)|(?:tweets|blogs|writes) (?:at|on|as))\b[^!?]{{0,200}}"
    rf"|(?i:[-–—•⦁*(\[\s]*(?:contact|e-?mail|reach|write(?: to)?|tweet|send|submit|share|got a|have a|let us know"
    rf"|you can (?:always )?e-?mail|tips?)\b[^!?]{{0,120}}?(?:{_MAIL}|{_HANDLE})[^!?]{{0,100}})"
    rf"|(?i:{_SITE}|e-?mail|web|website)\s?[:：]\s?(?:{_HANDLE}|{_MAIL}|\S{{3,80}})\.?"
    r"|(?i:chat with us (?:in|on|via) [^.!?]{3,40}\W*)"
    r"|(?i:you can (?:read|find|follow|subscribe|listen|also)\b[^!?]{2,200}\b(?:newsletter|podcasts|twitter"
    r"|facebook)\b[^!?]{0,60})"
    r"|(?i:to (?:submit|send|respond)\b[^!?]{2,80}\b(?:letter|comment|column|op-ed|tip)s?\b[^!?]{0,100})"
)
_RIGHTS = (
    r"(?i:[^\w©ⓒ(]{0,4}(?:©|ⓒ|\(c\)|copyright)\s?(?:©|ⓒ|\(c\)|copyright)?(?:\s?by)?\s?(?:19|20)\d\d\b[^!?]{0,200})"
    r"|(?i:[^!?]{0,120}\ball rights (?:are )?reserved\b[^!?]{0,60})"
    r"|(?i:[^!?.]{0,80}\b(?:material|content|article|piece|story|it|report)s? may not be (?:published|reproduced"
    r"|reprinted|copied|rewritten|redistributed|broadcast)\b[^!?]{0,160})"
    r"|(?i:(?:re)?printed (?:with|by) (?:the )?permission\b[^!?]{0,100}|(?:distributed|syndicated) by [^.!?]{3,60}\.?)"
    r"|(?i:(?:click here|for|to request|to obtain) (?:for )?(?:re(?:print|publication|use)|licensing"
    r"|permission)s?\b[^!?]{0,140})"
    rf"|(?i:this {_TEXT} (?:is|was) (?:re)?(?:licensed|printed|published|produced)\b[^!?]{{0,60}}\b(?:permission"
    rf"|licen[sc]e|creative commons)\b[^!?]{{0,80}})"
    r"|(?i:[^.!?]{0,80}(?:tous droits (?:de reproduction )?réservés|toute reproduction interdite|alle rechte"
    r" vorbehalten|(?:todos )?los derechos reservados"
    r"|tutti i diritti riservati|riproduzione riservata|todos os direitos reservados|alle rechten voorbehouden"
    r"|wszelkie prawa zastrzeżone|tüm hakları saklıdır|все права защищены|med ensamrätt|alla rättigheter förbehållna"
    r"|版权所有|版權所有|未经授权|未經授權|转载请注明|轉載請註明|无断转载|無断(?:転載|複製)|禁無断転載"
    r"|무단 ?(?:전재|복제)|جميع الحقوق محفوظة)[^!?]{0,100})"
    r"|저작권자?\s?[ⓒ©(][^!?]{1,100}|ⓒ\s?\S[^!?]{1,80}"
)
_DISCLAIMER = (
    r"(?i:[^.!?]{0,30}\b(?:(?:the|any) )?(?:views|opinions)(?: (?:and|or) (?:views|opinions))? (?:expressed|in"
    r" this)\b[^!?]{0,260})"
    r"|(?i:this is a rush transcript|copy may not be in its final form|this transcript (?:has been|was"
    r"|may)\b[^!?]{0,120})\W*"
    rf"|(?i:an? (?:\w+ ){{0,2}}version of this {_TEXT} (?:was )?(?:first |originally |also |previously )?"
    rf"(?:appeared|published|ran|is available|runs)\b[^!?]{{0,140}})"
    rf"|(?i:[^\w]{{0,3}}this {_TEXT} (?:was )?(?:first|originally|also|previously) (?:appeared|published|ran"
    rf"|posted)\b[^!?]{{0,120}})"
    rf"|(?i:[^\w]{{0,3}}this {_TEXT} (?:is|was) (?:based in part on|reported by|produced by|written by|part of "
    rf"(?:an?|our) (?:ongoing )?(?:series|partnership))\b[^!?]{{0,120}})"
    rf"|(?i:(?:the|this|our) (?:interview|conversation|{_TEXT})s? (?:has|have) been (?:lightly )?(?:edited"
    rf"|condensed)\b[^!?]{{0,100}})"
    r"|(?i:we may (?:earn|receive) (?:a |an )?(?:\w+ )?commissions?\b[^!?]{0,120})"
)
_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_TIMES = (
    rf"(?i:[-–—•(\[\s]*(?:last )?(?:updated?|modified)(?: (?:on|at))?\s?:?\s?(?:(?:\d{{1,2}}(?:[:.]\d{{2}})?"
    rf"|[ap]\.?m|[ecmp][sd]?t|gmt|bst|utc|cet|hrs?|at|on|{_DAYS}|{_MONTHS}|\d{{1,2}}/\d{{1,2}})\b[\s.,;"
    rf"|)\]-]{{0,4}}){{1,9}})"
    rf"|(?i:[-–—•(\[\s]*(?:update: )?this {_TEXT} (?:has been|was|is being|will be) (?:last )?(?:updated|modified"
    rf"|edited since)\b[^.!?\d]{{0,140}}[.)\]]*)"
    r"|(?i:(?:updated |published |posted |about )?\d{1,3} (?:seconds?|secs?|min(?:ute)?s?|hours?|hrs?|days?|weeks?"
    r"|months?|years?) ago\W?)"
    r"|(?i:(?:vor \d{1,3} (?:minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)|(?:il y a|hace|há)"
    r" \d{1,3} \w{2,8}|\d{1,3} \w{2,10} (?:fa|geleden|sedan|temu|önce|назад)))"
    r"|\d{1,3}\s?(?:分钟|小时|分鐘|小時|天|个月|年)前|\d{1,3}\s?(?:分|時間|日|か月|年)前|\d{1,3}\s?(?:분"
    r"|시간|일|개월|년) ?전|منذ \d{1,3} \w{2,8}"
    rf"|(?i:this {_TEXT} is (?:more than|over) \d{{1,3}} (?:days?|months?|years?) old\W?)"
    r"|(?i:(?:reading time\s?:?\s?)?(?:about )?\d{1,3}[ -]?min(?:ute)?s?(?: to)? (?:read|listen|watch)|reading"
    r" time\s?[:：]?\s?\d{1,3} ?min(?:ute)?s?\.?)"
    r"|(?i:(?:lesezeit|lesedauer|temps de lecture|lecture|tiempo de lectura|tempo di lettura|tempo de leitura"
    r"|leestijd|lästid|czas czytania|okuma süresi|время чтения|阅读时间"
    r"|閱讀時間)\s?[:：]?\s?(?:ca\. )?\d{1,3} ?\S{0,8}\.?"
    r"|\d{1,3} min(?:utes?)? de lecture|\d{1,3} min(?:utos?)? de (?:lectura|leitura))"
)

SENTENCES = {
    rule: re.compile(form)
    for rule, form in {
        "page-times": _TIMES,
        "copyright": _RIGHTS,
        "disclaimer": _DISCLAIMER,
        "newsletter": _NEWSLETTER,
        "follow": _FOLLOW,
    }.items()
}
FORM_KEYS = (
    "agree|acknowledg|accept|consent|opting|unsubscri|opt out|captcha|country|promotional|inbox|your mail|your e"
).split("|")
KEYS = (
    "sign up|signed up|subscri|newsletter|inbox|mail|follow |tweet|twitter|facebook|contact|copyright|©|ⓒ|(c)|"
    "reserved|permission|may not be |expressed|transcript|of this | edited| condensed|updated|modified|"
    "update |update:|this story|this article|this post|this report|this column|this piece| ago|min read|"
    "minute|reading time|support|donat|join | app|if you |@|commission|reprint|distributed by|syndicated by|"
    "paywall|be reached| free|chat with us|to submit|register|log in|send |want|vor |il y a|hace |há | fa|"
    "geleden|sedan|temu|önce|назад|前|전|منذ|lese|lect|lettura|leitura|leest|läst|czas |okuma|время|阅读|閱讀|"
    "droits|rechte|derechos|diritti|riproduzione|direitos|prawa|hakları|права|ensamrätt|rättigheter|版|转载|轉載|"
    "授权|授權|無断|무단|저작|الحقوق"
).split("|")
"""One of these stands in every notice: to look for them is much faster than to try the expressions."""
