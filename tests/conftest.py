"""What every test finds: English by default, no settings of the user's, the sample."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from reader.language.i18n import set_language
from reader.settings.paths import sample_path


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return twice as many workers as there are processors: a test of the app waits for as long as it works."""
    del config
    return 2 * (os.cpu_count() or 1)


settings.register_profile(
    "hashiya",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.register_profile("thorough", settings.get_profile("hashiya"), derandomize=False, max_examples=3_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "hashiya"))


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests away from the user's library and settings, and put the language back."""
    home = tmp_path_factory.mktemp("home")
    for name in (
        "HASHIYA_LIBRARY",
        "HASHIYA_CODER",
        "NO_COLOR",
        "TMUX",
        "VTE_VERSION",
        "KONSOLE_VERSION",
        "XTERM_VERSION",
        "LC_ALL",
        "LC_MESSAGES",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("USER", "sara")
    set_language("en")
    yield
    set_language("en")


@pytest.fixture(scope="session")
def sample() -> str:
    """Return the text of the sample article."""
    with open(sample_path(), encoding="utf-8") as file:
        return file.read()


@pytest.fixture
def root() -> str:
    """Return the project's root."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
