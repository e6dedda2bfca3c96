"""What happened when: every date of the articles with its sentence, and which of them tell the same."""

from dossier.timeline.events import events
from dossier.timeline.grouping import happenings

__all__ = ["events", "happenings"]
