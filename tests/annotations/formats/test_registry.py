"""The formats of exports: each a module found by its name, loaded only when asked for."""

import os

import pytest

from annotations.formats import registry
from annotations.formats.registry import Export, export_named, export_names
from annotations.values.work import Shared


def test_the_formats_are_the_modules_of_the_folder(tmp_path: os.PathLike[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert export_names() == ("json",)
    for name in ("xml.py", "csv.py", "__init__.py", "_helper.py", "csv.schema.json", "py"):
        with open(os.path.join(tmp_path, name), "w", encoding="utf-8"):
            pass
    monkeypatch.setattr(registry, "_EXPORTS", os.fspath(tmp_path))
    assert export_names() == ("csv", "xml")


@pytest.mark.parametrize("name", export_names())
def test_every_format_says_what_it_is_and_writes_text(name: str) -> None:
    found = export_named(name)
    assert isinstance(found, Export)
    assert found.suffix.startswith(".")
    assert found.offsets
    assert found.dump([], Shared()).endswith("\n")


def test_an_unknown_format_is_none() -> None:
    with pytest.raises(ModuleNotFoundError):
        export_named("nothing")
