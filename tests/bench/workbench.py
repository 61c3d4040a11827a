"""Where it is measured: a temporary folder with texts and libraries, each made once, and the programs started on them."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from time import perf_counter

from tests.bench.session import Session, TooLong
from tests.bench.texts import FOLDERS, TEXTS, write_folder

ADDING = 15
"""How many times longer a text may take to be added before what is measured on it than the measure itself."""
_HERE = os.path.dirname(os.path.abspath(__file__))
_DROPPED = (
    "COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "STY", "TMUX", "VTE_VERSION", "HASHIYA_CODER",
)  # fmt: skip


class Workbench:
    """A folder, the command that is measured, and how many seconds each measure may take."""

    def __init__(self, folder: str, command: str, timeout: float) -> None:
        """Measure the `hashiya` at the path `command`."""
        self.folder, self.command, self.timeout = folder, command, timeout
        self.python = os.path.join(os.path.dirname(os.path.realpath(command)), "python")
        """The interpreter that Hashiya is installed for; the floors run in it too."""
        self._homes = 0
        self._failed: dict[str, TooLong] = {}

    def text(self, name: str) -> str:
        """Return the path of a text, which is written when it is asked for first."""
        path = os.path.join(self.folder, name.replace(" ", "-"))
        if name in FOLDERS:
            if not os.path.exists(path):
                write_folder(path, FOLDERS[name])
            return os.path.join(path, f"{0:05}.txt")
        path += ".txt"
        if not os.path.exists(path):
            TEXTS[name](path)
        return path

    def known(self, name: str, annotations: int = 0) -> str:
        """Return the path of a library that holds a text (and so many annotations). Raises TooLong if adding does."""
        library = os.path.join(self.folder, f"{name.replace(' ', '-')}.{annotations}.db")
        if name in self._failed:
            raise self._failed[name]
        if not os.path.exists(library):
            text = self.text(name)
            try:
                self.add(os.path.dirname(text) if name in FOLDERS else text, library, ADDING * self.timeout)
            except TooLong as error:
                self._failed[name] = error
                raise
            if annotations:
                script = [self.python, "-P", os.path.join(_HERE, "annotate.py"), library, str(annotations)]
                run(script, self.environment(self.folder, library), ADDING * self.timeout)
        return library

    def add(self, path: str, library: str, timeout: float) -> float:
        """Add a text, or a folder of texts, to a library and return the seconds that it took. Raises TooLong."""
        return run([self.command, "add", path], self.environment(self.folder, library), timeout)

    def environment(self, home: str, library: str) -> dict[str, str]:
        """Return the environment of a user who has nothing but this library."""
        inherited = {name: value for name, value in os.environ.items() if name not in _DROPPED}
        return inherited | {
            "HOME": home, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home,
            "HASHIYA_LIBRARY": library, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }  # fmt: skip

    @contextmanager
    def home(self, library: str = "") -> Iterator[str]:
        """Make the home of a user with a copy of a library, or with none; yield the path of the library."""
        self._homes += 1
        folder = os.path.join(self.folder, f"home-{self._homes}")
        os.mkdir(folder)
        try:
            path = os.path.join(folder, "library.db")
            if library:
                shutil.copyfile(library, path)
            yield path
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def session(self, command: Sequence[str], library: str = "") -> Iterator[Session]:
        """Run a program in a terminal, in a home of its own."""
        with self.home(library) as path:
            environment = self.environment(os.path.dirname(path), path)
            with Session(command, environment, self.timeout) as session:
                yield session


def run(command: Sequence[str], environment: Mapping[str, str], timeout: float) -> float:
    """Run a program without a terminal and return the seconds that it took. Raises TooLong, and OSError if it fails."""
    began = perf_counter()
    with subprocess.Popen(
        command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:  # fmt: skip
        try:
            _out, errors = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            raise TooLong(timeout, os.path.basename(command[1] if len(command) > 1 else command[0])) from None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    if process.returncode:
        raise OSError(process.returncode, errors.decode(errors="replace").strip()[-200:] or "failed")
    return perf_counter() - began


Opener = Callable[[Workbench], AbstractContextManager[Session]]
"""Starts a program on a text."""


def first(text: str) -> Opener:
    """Start Hashiya on a text in a library that does not exist yet."""
    return lambda bench: bench.session([bench.command, bench.text(text)])


def known(text: str, annotations: int = 0) -> Opener:
    """Start Hashiya on a text that its library holds."""
    return lambda bench: bench.session([bench.command, bench.text(text)], bench.known(text, annotations))


def floor(script: str, text: str) -> Opener:
    """Start one of the floors on a text."""
    return lambda bench: bench.session([bench.python, "-P", os.path.join(_HERE, "floors", script), bench.text(text)])


def uncommitted(text: str) -> Opener:
    """Start Hashiya on a text that its library holds, with acts that are never committed."""
    script = os.path.join(_HERE, "floors", "uncommitted.py")
    return lambda bench: bench.session([bench.python, "-P", script, bench.text(text)], bench.known(text))


def peer(text: str, *command: str) -> Opener:
    """Start another program on a text."""
    return lambda bench: bench.session([*command, bench.text(text)])
