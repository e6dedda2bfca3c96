"""What stands around the pictures and videos of a page: counters, and labels whose caption stays."""

from __future__ import annotations

import re

from dossier.clean.draft import Draft

_MAX_COUNTER = 80
_PICTURE = (
    r"(?:images?|photos?|pictures?|slides?|gallery|slideshow|bild(?:er)?|fotos?|imagens?|imagen(?:es)?|imágenes"
    r"|immagin[ei]"
    r"|foto[’']s|afbeelding(?:en)?|zdjęci[ea]|fotoğraf|фото|图片?|圖片?|写真|画像|사진|이미지|صور[ةه]?)"
)
_OF = r"(?:of|von|sur|de|di|van|av|z|из)"
_NUMBER = rf"\d{{1,3}}(?:\s{_OF}\s\d{{1,3}}|\s?[/／]\s?\d{{1,3}})?"
_COUNTER = re.compile(
    # 1 of 12; Photos: 1 of 12; prev Image 1 / 12; 12 photos; Slideshow (3 images)
    rf"[(\[]?\d{{1,3}}\s{_OF}\s\d{{1,3}}(?:\s{_PICTURE})?[)\]]?"
    rf"|(?:(?:prev|next|previous|view|see|show|all|launch|start|open)[\s:]+){{0,3}}{_PICTURE}[\s:：]*["
    rf"(\[]?{_NUMBER}(?:\s{_PICTURE})?[)\]]?"
    rf"|(?:(?:view|see|show|all|launch|start|open)[\s:]+){{0,3}}[(\[]?\d{{1,3}}\s{_PICTURE}[)\]]?",
    re.IGNORECASE,
)
_CREDITED = r"Image (?:copyright|source)[ :,]{1,2}\S.{1,80}?"
_LABEL = re.compile(
    rf"(?:{_CREDITED} |Media playback is (?:unsupported|not supported) on (?:your|this) device )?(?:Image|Media"
    rf"|Video) caption\s(?=\S)"
    r"|(?:Enlarge (?:this )?image|Click to (?:enlarge|expand) [Ii]mage)\s(?:toggle caption\s)?(?=\S)|[Tt]oggle"
    r" caption\s(?=\S)"
    r"|Click to expand Image\s(?=\S)|(?:Show|Hide|View) [Cc]aption\s(?=\S)|Image (?:copyright|source)[ :,]{1,2}"
    r"(?=[^.!?]{2,80}$)"
)


def take_picture_controls(draft: Draft) -> None:
    """Take counters such as `Photos: 1 of 12`, and the label before a caption, which stays as a caption."""
    for part in draft.alone:
        text = part.text
        if len(text) <= _MAX_COUNTER and _is_counter(text):
            draft.take(part, "picture-control")
        elif label := _LABEL.match(text):
            draft.take(part, "picture-control", label.end())
            part.captioned = True


def _is_counter(text: str) -> bool:
    return any(sign.isdigit() for sign in text) and _COUNTER.fullmatch(text) is not None
