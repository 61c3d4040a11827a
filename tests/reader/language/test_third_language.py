"""A third language of the interface is a catalogue: nothing else knows which languages there are."""

import io
import os
import shutil
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from textual.pilot import Pilot

from annotations.library import Library
from annotations.values.localized import Localized
from reader.cli.parser import build
from reader.language import i18n
from reader.language.i18n import _, counted, is_rtl, language, language_of, languages, set_language
from reader.language.tag_names import tag_name
from tests.reader.ui.stage import ARABIC, act, library_path, screen_text, start, text_screen

WORDS = {
    "Quit": "خروج", "Help": "راهنما", "Note": "یادداشت", "Find": "یافتن", "Tag": "برچسب", "Pick tag": "گزینش برچسب",
    "Views": "نماها", "Library": "کتابخانه", "History": "پیشینه", "Codebook": "کتاب کد", "Persons": "اشخاص",
    "Sessions": "نشست‌ها",
}  # fmt: skip


@pytest.fixture
def persian(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add a Persian catalogue with a dozen messages beside the Arabic one."""
    catalogue = Catalog(locale="fa")
    for message, words in WORDS.items():
        catalogue.add(message, words)
    catalogue.add(("{n} annotation", "{n} annotations"), ("{n} حاشیه", "{n} حاشیه"), context="label")
    data = io.BytesIO()
    write_mo(data, catalogue)
    folder = shutil.copytree(i18n._LOCALE, os.path.join(tmp_path, "locale"))
    os.makedirs(os.path.join(folder, "fa", "LC_MESSAGES"))
    with open(os.path.join(folder, "fa", "LC_MESSAGES", "hashiya.mo"), "wb") as file:
        file.write(data.getvalue())
    monkeypatch.setattr(i18n, "_LOCALE", folder)
    for cached in (languages, i18n._catalogue):
        cached.cache_clear()
    yield
    monkeypatch.undo()
    for cached in (languages, i18n._catalogue):
        cached.cache_clear()


@pytest.mark.usefixtures("persian")
def test_a_catalogue_makes_a_language() -> None:
    assert languages() == ("ar", "en", "fa")
    assert language_of("fa_IR.UTF-8") == "fa"
    assert build().parse_args(["list", "--lang", "fa"]).lang == "fa"
    set_language("fa")
    assert (language(), is_rtl(), _("Quit")) == ("fa", True, "خروج")
    assert counted("{n} annotation", "{n} annotations", 3) == "3 حاشیه"
    assert _("Undo") == "Undo"  # what a catalogue lacks is said in English


@pytest.mark.usefixtures("persian")
def test_the_app_speaks_it_from_the_right_with_the_tags_named_in_it(tmp_path: os.PathLike[str]) -> None:
    path = library_path(tmp_path)
    with Library(path, "سارة") as library:
        library.codebook.rename(1, "پرسش", "fa")
        names = library.codebook.tag(1).names
        assert names.exactly("fa") == "پرسش"
        assert names.exactly("ar")
    app = start(ARABIC, path, language="fa")

    async def script(pilot: Pilot[None]) -> None:
        await pilot.pause()
        hints = screen_text(app)
        assert "خروج" in hints
        assert "راهنما" in hints
        tags = text_screen(app).opened.tags
        assert tag_name(tags, 1) == "پرسش"
        assert tag_name(tags, 2) == tags[1].names.words("fa") != ""
        assert tags[1].names == Localized.of(dict(tags[1].names))

    act(app, script)
