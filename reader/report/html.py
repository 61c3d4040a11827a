"""A report as one self-contained HTML page: every bar and every cell links to its passages."""

import os
from collections.abc import Iterator, Sequence
from html import escape

from annotations.questions.counts import BY_TAG, Count
from annotations.values.model import COLORS, Annotation
from reader.language.i18n import _, is_rtl, language, plain
from reader.language.tag_names import tag_name
from reader.report.charts import NAMES, column_name, columns, step
from reader.report.content import Content
from reader.report.text import agreement_rows, summary, title_of

_STYLE = os.path.join(os.path.dirname(__file__), "report.css")


def _t(text: str) -> str:
    """Return a value from the library, escaped and isolated, with the direction of its own first letter."""
    return f"<bdi>{escape(' '.join(text.split()))}</bdi>"


def _told(message: str) -> str:
    return escape(plain(message))


class _Page:
    """The page of one report."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._numbers = {one.id: at for at, one in enumerate(content.passages, 1)}
        self._links_to = [f'<a href="#p{number}">{number}</a>' for number in range(len(content.passages) + 1)]
        self._colors = {tag.id: tag.color if tag.color in range(1, COLORS + 1) else 0 for tag in content.tags}
        self._tags: dict[int, str] = {}
        self._coders = {name: _t(name) for name in content.coders}

    def _tag(self, number: int) -> str:
        if number not in self._tags:
            color, name = self._colors.get(number, 0), _t(tag_name(self._content.tags, number))
            self._tags[number] = f'<span class="tag c{color}">{name}</span>'
        return self._tags[number]

    def lines(self) -> Iterator[str]:
        """Yield the page piece by piece."""
        content, tongue, title = self._content, language(), title_of(self._content)
        with open(_STYLE, encoding="utf-8") as file:
            style = file.read()
        yield f'<!DOCTYPE html>\n<html lang="{tongue}" dir="{"rtl" if is_rtl() else "ltr"}">\n<head><meta charset="utf-8">'
        yield f"<title>{_told(title)}</title>\n<style>\n{style}</style></head>\n<body>\n<h1>{_t(plain(title))}</h1>"
        yield f"<p>{_told(summary(content))}</p>"
        if not content.passages:
            yield f"<p>{_told(_('No tagged passages yet'))}</p>"
        for kind, cells in content.pictures.items():
            if cells:
                yield f'<h2 id="{kind}">{_told(_(NAMES[kind]))}</h2>'
                yield from self._bars(cells) if kind == BY_TAG else self._heat_map(kind, cells)
        if content.agreement is not None:
            yield from self._agreement()
        yield from self._passages()
        yield "</body>\n</html>"

    def _links(self, cell: Count) -> str:
        found = sorted([self._numbers[number] for number in cell.annotations if number in self._numbers])
        return " ".join([self._links_to[number] for number in found])

    def _bars(self, cells: Sequence[Count]) -> Iterator[str]:
        most = max(cell.times for cell in cells)
        yield '<table class="bars">'
        for cell in cells:
            color, width = self._colors.get(cell.tag, 0), 100 * cell.times / most
            yield (
                f"<tr><th>{self._tag(cell.tag)}</th><td>{cell.times}</td>"
                f'<td><details><summary><span class="bar c{color}" style="inline-size:{width:.1f}%"></span></summary>'
                f"{self._links(cell)}</details></td></tr>"
            )
        yield "</table>"

    def _heat_map(self, kind: str, cells: Sequence[Count]) -> Iterator[str]:
        content, names = self._content, columns(cells, kind)
        most, by_place = max(cell.times for cell in cells), {(cell.tag, cell.column): cell for cell in cells}
        heads = "".join(f"<th>{_t(column_name(name, kind, content.tags))}</th>" for name in names)
        yield f'<div class="wide"><table class="heat"><tr><th>{_told(_("Tag"))}</th>{heads}</tr>'
        for tag in dict.fromkeys(cell.tag for cell in cells):
            row = "".join(self._cell(by_place.get((tag, name)), most) for name in names)
            yield f"<tr><th>{self._tag(tag)}</th>{row}</tr>"
        yield "</table></div>"

    def _cell(self, cell: Count | None, most: int) -> str:
        if cell is None:
            return "<td></td>"
        return f'<td class="s{step(cell.times, most)}"><details><summary>{cell.times}</summary>{self._links(cell)}</details></td>'

    def _agreement(self) -> Iterator[str]:
        yield f'<h2 id="agreement">{_told(_("Agreement by sentence"))}</h2>'
        yield '<div class="wide"><table>'
        for at, row in enumerate(agreement_rows(self._content)):
            name, *values = row
            cell = "td" if at else "th"
            cells = "".join(
                f'<{cell}><bdi dir="ltr">{_told(value)}</bdi></{cell}>' if at else f"<{cell}>{_told(value)}</{cell}>"
                for value in values
            )
            yield f"<tr><th>{_t(plain(name))}</th>{cells}</tr>"
        yield "</table></div>"

    def _passages(self) -> Iterator[str]:
        document = 0
        if self._content.passages:
            yield f'<h2 id="passages">{_told(_("Passages"))}</h2>'
        for one in self._content.passages:
            if one.document != document:
                document = one.document
                yield f"<h3>{_t(self._content.documents[document].title)}</h3>"
            yield self._passage(one)

    def _passage(self, one: Annotation) -> str:
        number, direction = self._numbers[one.id], self._content.documents[one.document].direction
        side = "rtl" if direction == "R" else "ltr"
        tags = " ".join(self._tag(tag) for tag in one.tags)
        note = f'<p class="note">{_t(one.note)}</p>' if one.note else ""
        place = f"{one.anchor.span.start}–{one.anchor.span.end}"
        return (
            f'<section id="p{number}"><span class="number">{number}</span> {tags} '
            f'<small>{self._coders[one.coder]} · <span dir="ltr">{place}</span></small>'
            f'<blockquote dir="{side}">{escape(one.anchor.quote)}</blockquote>{note}</section>'
        )


def page(content: Content) -> str:
    """Return the whole page, in the interface's language."""
    return "\n".join(_Page(content).lines()) + "\n"
