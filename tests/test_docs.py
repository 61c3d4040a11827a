"""The documents agree with the code."""

import os
import re
import tomllib

from annotations.formats.exports.json import schema
from reader.cli.parser import VERSION_TEXT
from tests.docs_tables import README, filled


def readme() -> str:
    with open(README, encoding="utf-8") as file:
        return file.read()


def test_the_tables_are_those_of_the_code() -> None:
    assert readme() == filled(readme())


def test_every_file_that_the_readme_names_is_there(root: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", readme()):
        assert os.path.exists(os.path.join(root, target)), target


def test_the_schemas_keys_are_in_the_readme() -> None:
    text = readme()
    for name in schema()["$defs"]["annotation"]["properties"]:
        assert f'"{name}"' in text, name


def test_the_version_is_one(root: str) -> None:
    with open(os.path.join(root, "pyproject.toml"), "rb") as file:
        version = tomllib.load(file)["project"]["version"]
    assert f"hashiya {version}" == VERSION_TEXT
    with open(os.path.join(root, "CHANGELOG.md"), encoding="utf-8") as text:
        assert f"## [{version}]" in text.read()


def test_no_module_is_longer_than_it_may_be(root: str) -> None:
    for folder in ("reader", "annotations"):
        for place, _folders, names in os.walk(os.path.join(root, folder)):
            for name in names:
                if name.endswith(".py"):
                    with open(os.path.join(place, name), encoding="utf-8") as file:
                        assert sum(1 for _line in file) <= 400, name
