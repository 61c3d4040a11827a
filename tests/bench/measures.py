"""What is measured: each function makes a step, which starts a program on a workbench and returns one figure."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from statistics import median
from time import perf_counter

from annotations.values.folding import fold
from tests.bench.presses import REST, awake, presses, shows_first_page
from tests.bench.processes import memory, peak
from tests.bench.session import TEXT, Session, TooLong
from tests.bench.terminal import Cell, Emulator, readable
from tests.bench.texts import RARE
from tests.bench.workbench import Opener, Workbench, run

Step = Callable[[Workbench], float]
"""Measures once. Times are in milliseconds, memory is in MB."""

_A_LETTER = 0.5  # seconds in which a letter must bring the match, or the next one is typed
_HELD, _RATE = 2.0, 30  # seconds that a key is held, and how often a second it repeats
_PROGRESS = r"\d+ ?[%٪]"
_GONE = 3.0  # seconds without progress on the screen after which nothing goes on behind


def _progressing(screen: Emulator) -> bool:
    return screen.shows(_PROGRESS, slice(-2, None))


def start(opener: Opener) -> Step:
    """Measure the time from the start to the first page."""

    def step(bench: Workbench) -> float:
        with opener(bench) as session:
            return 1000 * (session.until(shows_first_page, "the first page") - session.began)

    return step


def bare_python(bench: Workbench) -> float:
    """Measure how long the interpreter takes to do nothing."""
    with bench.session([bench.python, "-c", "pass"]) as session:
        return 1000 * (session.ended() - session.began)


def lag(opener: Opener) -> Step:
    """Measure how long the screen goes on moving after a key that was held is let go."""

    def step(bench: Workbench) -> float:
        with opener(bench) as session:
            awake(session)
            began = released = perf_counter()
            for number in range(int(_HELD * _RATE)):
                while (wait := began + number / _RATE - perf_counter()) > 0:
                    session.read(wait)
                released = session.press("pagedown")
            last = session.settle(REST, session.timeout)
            if session.left <= 0:
                raise TooLong(session.timeout, "the screen to stop")
            return 1000 * max(0.0, (last or released) - released)

    return step


def bytes_a_row(opener: Opener, keys: Sequence[str]) -> Step:
    """Measure how many bytes are sent for each row of the screen that a key changes: the median."""

    def step(bench: Workbench) -> float:
        with opener(bench) as session:
            awake(session)
            answers = [session.answer(key) for key in presses(session, keys)]
            return median(answer.size / answer.rows for answer in answers)

    return step


def _painted(before: Sequence[Sequence[Cell]], letters: str) -> Callable[[Emulator], bool]:
    """Return whether a match of `letters` looks different than before, where the text is the same."""

    def seen(screen: Emulator) -> bool:
        for row, old in zip(screen.cells()[TEXT], before[TEXT], strict=True):
            changed = [one.text for one, other in zip(row, old, strict=True) if one != other and one.text == other.text]
            if letters in readable(changed):
                return True
        return False

    return seen


def finding(opener: Opener, letter: str) -> Step:
    """Measure a letter typed into the search field until the first match is painted."""

    def step(bench: Workbench) -> float:
        with opener(bench) as session:
            awake(session)
            return search(session, letter)

    return step


def search(session: Session, letter: str) -> float:
    """Search for a letter in a session at rest, and return the time in milliseconds until a match is painted."""
    session.press("/")
    session.settle(REST)
    session.draw()
    painted = _painted(session.emulator.cells(), letter)
    typed = session.press(letter)
    return 1000 * (session.until(painted, "the first match") - typed)


def finding_far(opener: Opener, *, again: bool = False) -> Step:
    """Measure a word that stands at the very end, typed a letter at a time, until it is shown in the text.

    What is measured is the letter that brings it: from its key to the match on the screen.
    """

    def step(bench: Workbench) -> float:
        with opener(bench) as session:
            awake(session)
            taken = 0.0
            for time_of_searching in range(1 + again):
                if time_of_searching:
                    session.press("escape")
                    session.until(lambda screen: not screen.shows(RARE, TEXT), "the text as before")
                session.settle(REST)
                session.press("/")
                session.settle(REST)
                taken = _typed(session, RARE)
                session.settle(REST)
            return taken

    return step


def _typed(session: Session, word: str) -> float:
    """Type a word letter by letter until it is shown in the text; return the milliseconds from the last key to that."""
    for number, letter in enumerate(word, 1):
        typed = session.press(letter)
        wait = _A_LETTER if number < len(word) else 1e9
        try:
            return 1000 * (session.until(lambda screen: screen.shows(RARE, TEXT), "the match", wait) - typed)
        except TooLong:
            if number == len(word):
                raise
    raise TooLong(session.timeout, "the match")


def folding(text: str, letter: str) -> Step:
    """Measure folding a text and finding a letter in it, in this process."""

    def step(bench: Workbench) -> float:
        with open(bench.text(text), encoding="utf-8") as file:
            content = file.read()
        began = perf_counter()
        fold(content).text.find(letter)
        return 1000 * (perf_counter() - began)

    return step


def searching(text: str, *command: str) -> Step:
    """Measure another program that counts the lines with the word at the very end."""

    def step(bench: Workbench) -> float:
        path = bench.text(text)
        return 1000 * run([*command, RARE, path], bench.environment(bench.folder, ""), bench.timeout)

    return step


def holding(opener: Opener) -> Step:
    """Measure the memory of a program at rest."""

    def step(bench: Workbench) -> float:
        with opener(bench) as session:
            awake(session)
            return memory(session.pid)

    return step


def holding_most(opener: Opener) -> Step:
    """Measure the most memory that was held until the program was at rest."""

    def step(bench: Workbench) -> float:
        with opener(bench) as session:
            awake(session)
            return peak(session.pid)

    return step


def _behind(session: Session) -> Iterator[None]:
    """Yield four times a second while progress is shown, as long as there is time."""
    shown = perf_counter()
    while session.left > _GONE and perf_counter() - shown < _GONE:
        end = perf_counter() + 0.25
        while (wait := end - perf_counter()) > 0:
            session.read(wait)
        session.draw()
        if _progressing(session.emulator):
            shown = perf_counter()
        yield


def holding_behind(opener: Opener) -> Step:
    """Measure the most memory that is held while a text is being added, or in as much of this as there is time for."""

    def step(bench: Workbench) -> float:
        with opener(bench) as session:
            session.until(shows_first_page, "the first page")
            return max(memory(session.pid) for _tick in _behind(session))

    return step


def waiting(opener: Opener) -> Step:
    """Measure the longest that a key waited while a text was being added, or in as much as there is time for."""

    def step(bench: Workbench) -> float:
        with opener(bench) as session:
            awake(session)
            return max(session.answer(("down", "up")[tick % 2]).changed for tick, _none in enumerate(_behind(session)))

    return step


def progress(opener: Opener) -> Step:
    """Measure the time from the first page until progress is shown."""

    def step(bench: Workbench) -> float:
        with opener(bench) as session:
            shown = session.until(shows_first_page, "the first page")
            return 1000 * max(0.0, session.until(_progressing, "progress") - shown)

    return step


def quitting(opener: Opener, *, behind: bool = False) -> Step:
    """Measure the time from the key to the end. behind: pressed while progress is shown."""

    def step(bench: Workbench) -> float:
        with opener(bench) as session:
            session.until(shows_first_page, "the first page")
            if behind:
                with suppress(TooLong):
                    session.until(_progressing, "progress", _GONE)
            else:
                session.settle(2 * REST)
            pressed = session.press("q")
            return 1000 * (session.ended() - pressed)

    return step


def adding(text: str) -> Step:
    """Measure `hashiya add` with a new library."""

    def step(bench: Workbench) -> float:
        with bench.home() as library:
            return 1000 * bench.add(bench.text(text), library, bench.timeout)

    return step
