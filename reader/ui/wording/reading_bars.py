"""The texts in the bars and lists of the reading screen."""

from collections.abc import Mapping

from rich.text import Text

from annotations.values.analysis import Analysis, Statement
from annotations.values.model import Annotation
from reader.keys.commands import COMMANDS
from reader.keys.keymap import key_cap
from reader.language.i18n import N_, _, counted, day, isolate, language, listed, ltr, percent
from reader.typeset.line import columns
from reader.ui.page.open_document import OpenDocument
from reader.ui.style.inks import fore_of
from reader.ui.style.palette import session_ink
from reader.ui.widgets.entries import SidebarEntry

SURENESS = {"sure": N_("certain"), "likely": N_("probable"), "possible": N_("possible")}
_KINDS = {"person": N_("person"), "org": N_("organisation"), "group": N_("group"), "unnamed": N_("unnamed source")}
_SEPARATOR = " · "
_LONG_NOTE = 60
_WITH_DATE = 100  # columns from which the status row has room for the coder and the date


def cap_text(cap: str) -> str:
    """Return a key cap isolated from left to right, for use in a message."""
    return ltr(cap)


def session_entries(opened: OpenDocument) -> list[SidebarEntry]:
    """Return the sessions as entries of the outline, or the subheadings if a text has no sessions."""
    analysis = opened.analysis
    if not analysis.sessions:
        heads = [span for article in analysis.articles for span in article.subheads]
        return [SidebarEntry(f"part-{span.start}", span.cut(opened.text), "", "", (span,)) for span in heads]
    return [
        SidebarEntry(f"session-{s.number}", s.label, "", "", (s.span,), session_ink(s.number), f"{s.number}. ")
        for s in analysis.sessions
    ]


def speaker_entries(analysis: Analysis) -> list[SidebarEntry]:
    """Return the speakers with their roles and numbers of statements, those with the most statements first."""
    entries: list[tuple[int, SidebarEntry]] = []
    by_speaker: dict[int, list[Statement]] = {}
    for statement in analysis.statements:  # once for all: a text may have thousands of speakers
        by_speaker.setdefault(statement.speaker, []).append(statement)
    for speaker in analysis.speakers:
        said = by_speaker.get(speaker.id, [])
        detail = speaker.role or ("" if speaker.kind == "person" else _(_KINDS[speaker.kind]))
        places = tuple(statement.span for statement in said)
        entries.append(
            (-len(said), SidebarEntry(f"speaker-{speaker.id}", speaker.name, detail, str(len(said)), places))
        )
    return [entry for _count, entry in sorted(entries, key=lambda pair: pair[0])]


def topic_entries(analysis: Analysis) -> list[SidebarEntry]:
    """Return the topics with their numbers of occurrences, most frequent first."""
    ordered = sorted(analysis.topics, key=lambda topic: -len(topic.places))
    return [SidebarEntry(f"topic-{t.text}", t.text, "", str(len(t.places)), t.places) for t in ordered]


def title_row(opened: OpenDocument, cursor: int, paragraph: int, mode: str, progress: str = "") -> tuple[Text, Text]:
    """Return the title row: the title at the cursor; and progress, position, session, paragraph and agency."""
    analysis = opened.analysis
    article = analysis.article_at(cursor) or (analysis.articles[0] if analysis.articles else None)
    share = percent(round(cursor * 100 / max(1, len(opened.text) - 1)))
    facts = [progress, share] if progress else [share]
    session = analysis.session_at(cursor)
    if session is not None:
        facts.append(
            _("session {number} of {count}", number=session.number, count=opened.sessions or len(analysis.sessions))
        )
    if paragraph:
        facts.append(_("paragraph {number}", number=paragraph))
    if article is not None and article.agency:
        facts.append(isolate(article.agency))
    title = article.title.cut(opened.text) if article and article.title else opened.document.title
    return Text(" " + isolate(title), style=fore_of("title", mode)), Text(_SEPARATOR.join(facts) + " ")


def _said_by(opened: OpenDocument, cursor: int, mode: str) -> Text | None:
    statement = opened.analysis.statement_at(cursor)
    speaker = opened.analysis.speaker(statement.speaker) if statement else None
    if statement is None or speaker is None:
        return None
    said = _("Speaker: {speaker} ({sureness})", speaker=speaker.name, sureness=_(SURENESS[statement.confidence]))
    return Text(said, style=fore_of("chrome.strong", mode))


def _annotation(opened: OpenDocument, annotation: Annotation, mode: str) -> list[Text]:
    """Return the pieces of an annotation: one for each tag, and one for its note."""
    pieces: list[Text] = []
    for number in annotation.tags:
        tag = opened.tag(number)
        if tag is not None:
            pieces.append(Text(f"■ {isolate(tag.name(language()))}", style=fore_of(f"stripe.{tag.color}", mode)))
    if annotation.note:
        pieces.append(Text("• " + isolate(cut(annotation.note, _LONG_NOTE)), style=fore_of("note", mode)))
    return pieces


def _origin(opened: OpenDocument, cursor: int, coder: str, room: int) -> Text | None:
    """Return the date of the shortest annotation here, and its coder if not the user; None if none or no room."""
    here = opened.marked.at(cursor)
    if not here or room < _WITH_DATE:
        return None
    named = (isolate(here[0].coder),) if here[0].coder != coder else ()
    return Text(listed((*named, day(here[0].changed))))


def cut(text: str, most: int) -> str:
    """Return a text as one line of at most `most` characters, cut at a blank with an ellipsis if it is longer."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return (line[:most].rpartition(" ")[0] or line[:most]) + "…"


def _fitting(pieces: list[Text], room: int) -> Text:
    """Return as many whole pieces as fit, and the number of those left out."""
    row = Text(" ")
    for at, piece in enumerate(pieces):
        more = Text(ltr(f"+{len(pieces) - at}"))
        after = columns(more.plain) + 2 if at < len(pieces) - 1 else 0
        if at and columns(row.plain) + columns(piece.plain) + 2 + after > room:
            row.append_text(Text.assemble("  ", more))
            break
        row.append_text(Text.assemble("  " if at else "", piece))
    return row


def status_row(
    opened: OpenDocument, cursor: int, selected_words: int, message: str, *, coder: str, room: int, mode: str
) -> tuple[Text, Text]:
    """Return the status row: a message, or the speaker and the annotations at the cursor, shortest first.

    Its end shows the size of the selection, or else the date and coder of the annotation. coder: the user; room: the
    row's columns.
    """
    end = Text()
    if selected_words:
        end = Text(_("Selected: {words}", words=counted("{n} word", "{n} words", selected_words)) + " ")
    elif not message and (origin := _origin(opened, cursor, coder, room)) is not None:
        end = Text.assemble(origin, " ")
    if message:
        return Text(f" {message}", style=fore_of("chrome.strong", mode)), end
    said = _said_by(opened, cursor, mode)
    pieces = ([said] if said is not None else []) + [
        p for a in opened.marked.at(cursor) for p in _annotation(opened, a, mode)
    ]
    return _fitting(pieces, room - columns(end.plain) - 2), end


def hints(keys: Mapping[str, tuple[str, ...]], room: int, mode: str) -> Text:
    """Return the most useful key hints that fit into `room` columns, in the order of the commands."""
    wanted = sorted((c for c in COMMANDS if c.hint), key=lambda c: -c.hint)
    shown = {"tag": Text.assemble((ltr("1-9"), fore_of("heading", mode)), " ", _("Tag"))}
    taken = columns(shown["tag"].plain) + 2
    for command in wanted:
        hint = Text.assemble((ltr(key_cap(keys[command.id][0])), fore_of("heading", mode)), " ", _(command.name))
        if taken + columns(hint.plain) + 3 > room:
            continue
        shown[command.id] = hint
        taken += columns(hint.plain) + 3
    order = ["tag", *(c.id for c in COMMANDS if c.id in shown)]
    return Text.assemble(Text("   ").join([shown[name] for name in order]), " ")
