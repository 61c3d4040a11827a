"""A report as rows of cells, for a terminal or a pipe."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotations.questions.agreement import Agreement
from annotations.questions.counts import BY_TAG, Count
from reader.language.i18n import _, counted, isolate, listed, ltr
from reader.language.tag_names import tag_name
from reader.report.agreement_units import figures
from reader.report.charts import NAMES, bar, column_name, columns, shade
from reader.report.content import Content
from reader.typeset.cut import cut_cells

_ROOM = 30  # cells of the longest bar
_CELL = 12  # cells of a heat map column, approximately
_TAG = 24


class Section(NamedTuple):
    """A heading and the rows below it."""

    heading: str
    rows: list[tuple[str, ...]]


def title_of(content: Content) -> str:
    """Return the title of a report: that of its only text, or a general one for the library."""
    if len(content.documents) == 1:
        return next(iter(content.documents.values())).title
    return _("Hashiya report")


def summary(content: Content) -> str:
    """Return how many texts, annotations and coders a report covers, with the names of the coders."""
    parts = [
        counted("{n} document", "{n} documents", len(content.documents)),
        counted("{n} annotation", "{n} annotations", len(content.passages)),
        counted("{n} coder", "{n} coders", len(content.coders)),
    ]
    return " · ".join(parts) + (": " + listed(map(isolate, content.coders)) if content.coders else "")


def sections(content: Content, width: int = 0) -> Iterator[Section]:
    """Yield the charts and the agreement. width: columns of the terminal, or 0 to show all columns of a heat map."""
    most = max(1, (width - _TAG) // _CELL) if width else -1
    for kind, cells in content.pictures.items():
        if not cells:
            continue
        rows = _bars(content, cells) if kind == BY_TAG else _heat_map(content, kind, cells, most)
        yield Section(_(NAMES[kind]), rows)
    if content.agreement is not None:
        yield Section(_("Agreement by sentence"), agreement_rows(content))


def _bars(content: Content, cells: Sequence[Count]) -> list[tuple[str, ...]]:
    most = max(cell.times for cell in cells)
    return [
        (isolate(tag_name(content.tags, cell.tag)), str(cell.times), bar(cell.times / most, _ROOM)) for cell in cells
    ]


def _heat_map(content: Content, kind: str, cells: Sequence[Count], most: int) -> list[tuple[str, ...]]:
    names = columns(cells, kind, most)
    highest = max(cell.times for cell in cells)
    times = {(cell.tag, cell.column): cell.times for cell in cells}
    heads = [column_name(name, kind, content.tags) for name in names]
    rows = [(_("Tag"), *(isolate(head if most < 0 else cut_cells(head, _CELL)) for head in heads))]
    for tag in dict.fromkeys(cell.tag for cell in cells):
        found = [times.get((tag, name), 0) for name in names]
        rows.append((isolate(tag_name(content.tags, tag)), *(f"{shade(n, highest)} {n}" if n else "" for n in found)))
    return rows


def agreement_rows(content: Content) -> list[tuple[str, ...]]:
    """Return headings and the figures for all tags together and for each tag."""
    heads = (_("Tag"), _("Units"), _("Percent"), _("Holsti"), _("Cohen"), _("Fleiss"), _("Alpha"))
    if content.agreement is None:
        return [heads]
    by_tag = sorted(content.agreement.by_tag.items(), key=lambda item: -item[1].units)
    told: list[tuple[str, Agreement]] = [(_("all tags pooled"), content.agreement.overall)]
    told += [(isolate(tag_name(content.tags, tag)), found) for tag, found in by_tag]
    return [heads, *((name, str(found.units), *map(ltr, figures(found, 2, "-"))) for name, found in told)]
