"""Why a statement was attributed to its speaker, in words."""

from annotations.values.analysis import Statement
from reader.language.i18n import N_, _, isolate
from reader.ui.page.open_document import OpenDocument
from reader.ui.wording.reading_bars import SURENESS

_ACTS = {
    "claim": N_("assertion"), "demand": N_("demand"), "warn": N_("warning"), "deny": N_("denial"), "commit": N_("commitment"),
    "express": N_("stance or sentiment"), "topic": N_("mention"),
}  # fmt: skip
_REASONS = {
    "named": N_("named next to “{cue}”"),
    "surname": N_("surname next to “{cue}”"),
    "title": N_("only a title next to “{cue}”"),
    "honorific": N_("only an honorific next to “{cue}”"),
    "noun": N_("organisation or unnamed source next to “{cue}”"),
    "silent": N_("“{cue}” has no subject; the last speaker was {speaker}"),
    "agreement": N_("“{cue}” has no subject; its form agrees with {speaker}"),
    "doubtful": N_("“{cue}” has no subject; {speaker} is the most likely of several"),
    "participle": N_("the participle “{cue}” refers to the preceding speaker"),
    "continues": N_("no reporting verb; {speaker} continues"),
    "document": N_("“{cue}” refers to a document by {speaker}"),
    "person": N_("set manually"),
}
_WITHOUT_CUE = ("continues", "person")


def why(opened: OpenDocument, statement: Statement) -> str:
    """Return the speaker of a statement, its speech act, the confidence, and the rule that attributed it."""
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
