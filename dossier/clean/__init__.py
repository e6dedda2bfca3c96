"""Raw blocks to kept paragraphs and removed lines. Nothing is lost: a rule that takes a line gives it back by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dossier.clean import buttons, dateline, endings, furniture, headline, inline, notices, opening, pictures, related
from dossier.clean.draft import Draft
from dossier.clean.paragraphs import build_paragraphs
from dossier.model import Block, CleanText, Paragraph, RawDocument


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason to take lines out of the running text."""

    name: str
    """Stands in `Removed.rule`."""
    explanation: str
    """Becomes `Removed.why`."""
    apply: Callable[[Draft], None] | None = None
    """Takes the lines; `None` where the rule before it takes them, or the building of paragraphs."""


RULES: tuple[Rule, ...] = (
    Rule("front-matter", "a field, or a line of front matter, that is not used", furniture.take_fields),
    Rule("page", "a part of the page outside the article", furniture.take_page),
    Rule("markup", "markup that shows nothing itself", furniture.take_markup),
    Rule("separator", "a line of signs without a word", furniture.take_separators),
    Rule("advertisement", "the place of an advertisement", furniture.take_advertisements),
    Rule("time-code", "the length of a video", furniture.take_time_codes),
    Rule("picture-control", "a counter or a button of a picture; the caption stays", pictures.take_picture_controls),
    Rule("page-label", "the section of the outlet", buttons.take_page_labels),
    Rule("button", "a button of the page", buttons.take_phrases),
    Rule("player", "what the player of a video says"),
    Rule("story-continues", "the note that the text goes on below"),
    Rule("address", "an address alone in its line", furniture.take_addresses),
    Rule("newsletter", "an invitation to subscribe or to support", notices.take_notices),
    Rule("follow", "where to follow or to write to the outlet or the author"),
    Rule("copyright", "the note on rights"),
    Rule("disclaimer", "what the outlet says of such texts"),
    Rule("page-times", "when the page was changed, or how long it takes to read"),
    Rule("related-label", "the label over related headlines", related.take_related),
    Rule("related-headline", "the headline of another article; see Related headlines"),
    Rule("teaser", "a pointer to another page, a video or an app", related.take_teasers),
    Rule("repeated-line", "the same line once more", furniture.take_repeated),
    Rule("headline", "the headline", headline.take_headline),
    Rule("byline", "the byline", opening.take_byline),
    Rule("date-line", "the date", opening.take_date_line),
    Rule("dateline", "the dateline", dateline.take_dateline),
    Rule("page-name", "the name of the outlet, or the author's post", buttons.take_page_names),
    Rule("source-note", "the note on sources; it stands under the text", endings.take_source_note),
    Rule("author-note", "what the page says of the author", endings.take_endings),
    Rule("topics", "the topics of the page"),
    Rule("unfolded", "headlines that the page unfolds behind a name", inline.take_unfolded),
    Rule("repeated-caption", "a caption that stands here already"),
)
"""Every rule, in the order of application."""


def plain_paragraphs(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """Build paragraphs with no rule applied: a hand-written page has no furniture."""
    return build_paragraphs(Draft(block for block in blocks if block.kind not in {"markup", "fields", "page"}))


def clean(doc: RawDocument) -> CleanText:
    """Apply every rule in turn and build paragraphs from what is left.

    Together, the texts of the paragraphs and of what was removed hold every letter of the blocks, in order.
    """
    draft = Draft(doc.blocks, [value for field in doc.fields if field.name == "title" for value in field.values])
    for rule in RULES:
        if rule.apply is not None:
            rule.apply(draft)
    paragraphs = build_paragraphs(draft)
    why = {rule.name: rule.explanation for rule in RULES}
    removed = (replace(each, why=why[each.rule]) for each in draft.removed)
    return CleanText(paragraphs, tuple(sorted(removed, key=lambda each: each.line)))
