"""Why a statement was given to its speaker, in words."""

from annotations.values.analysis import Statement
from reader.language.i18n import N_, _, isolate
from reader.ui.page.open_document import OpenDocument
from reader.ui.wording.reading_bars import SURENESS

_ACTS = {
    "claim": N_("claim"), "demand": N_("demand"), "warn": N_("warning"), "deny": N_("denial"), "commit": N_("commitment"),
    "express": N_("feeling"), "topic": N_("theme only"),
}  # fmt: skip
_REASONS = {
    "named": N_("the name stands with “{cue}”"),
    "surname": N_("the surname stands with “{cue}”"),
    "title": N_("the post alone stands with “{cue}”"),
    "honorific": N_("an honorific alone stands with “{cue}”"),
    "noun": N_("a body or an unnamed source stands with “{cue}”"),
    "silent": N_("“{cue}” has no subject; the last speaker was {speaker}"),
    "agreement": N_("“{cue}” has no subject; of those before it agrees with {speaker}"),
    "doubtful": N_("“{cue}” has no subject; {speaker} is only the likeliest of several"),
    "participle": N_("the participle “{cue}” goes with the speaker before it"),
    "continues": N_("no verb of speech here; what {speaker} says goes on"),
    "document": N_("“{cue}” is said of a text by {speaker}"),
    "person": N_("a person said so"),
}
_WITHOUT_CUE = ("continues", "person")


def why(opened: OpenDocument, statement: Statement) -> str:
    """Return who says a statement, what it does, how surely that is known, and by which rule."""
    speaker = opened.analysis.speaker(statement.speaker)
    name = isolate(speaker.name) if speaker else ""
    cue = isolate(statement.cue.cut(opened.text)) if statement.cue else ""
    relay = opened.analysis.speaker(statement.via)
    if not statement.reason:
        return " · ".join([name, _(_ACTS[statement.act]), _(SURENESS[statement.confidence])])
    code = statement.reason if cue or statement.reason in _WITHOUT_CUE else "continues"
    reason = _(_REASONS[code], cue=cue, speaker=name)
    facts = [name, _(_ACTS[statement.act]), _(SURENESS[statement.confidence])]
    if relay is not None:
        facts.insert(1, _("via {speaker}", speaker=isolate(relay.name)))
    return " · ".join([*facts, reason])
