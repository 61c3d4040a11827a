"""The terminal driver: what it passes on of keys typed early, and what it sends on entry and on exit."""

import asyncio
import fcntl
import os
import sys
import termios
from collections.abc import Callable, Iterator
from threading import Thread
from time import monotonic

import pytest
from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from reader.terminal.switches import Switch
from reader.ui.driver import PaintedDriver


@pytest.fixture(autouse=True)
def nothing_painted() -> Iterator[None]:
    """Put the class's own state back, which is set once for a process."""
    kept = (PaintedDriver.painted, PaintedDriver.typed, PaintedDriver.begun, PaintedDriver.switch)
    yield
    PaintedDriver.painted, PaintedDriver.typed, PaintedDriver.begun, PaintedDriver.switch = kept


class Heard(PaintedDriver):
    """A driver that keeps what it would send to the app, on a pipe instead of a terminal."""

    def __init__(self, keys: int) -> None:
        """Read keys from this file descriptor."""
        super().__init__(App())
        self.fileno = keys
        self.heard: list[Message] = []

    def process_message(self, message: Message) -> None:
        """Keep a message."""
        self.heard.append(message)

    @property
    def keys(self) -> list[str]:
        """The keys heard."""
        return [message.key for message in self.heard if isinstance(message, events.Key)]


def listening(script: Callable[[Heard, int], None]) -> None:
    """Run a script, given the driver and where to write keys, while the driver listens in its thread."""

    async def run() -> None:
        reading, writing = os.pipe()
        driver = Heard(reading)
        driver._key_thread = Thread(target=driver.run_input_thread)
        driver._key_thread.start()
        try:
            await asyncio.to_thread(script, driver, writing)
        finally:
            driver.exit_event.set()
            driver._key_thread.join(5)
            os.close(reading)
            os.close(writing)

    asyncio.run(run())


def until(holds: Callable[[], bool]) -> None:
    latest = monotonic() + 5
    while not holds():
        assert monotonic() < latest
        os.sched_yield()


def unread(file: int) -> int:
    """Return how many bytes wait to be read."""
    return int.from_bytes(fcntl.ioctl(file, termios.FIONREAD, bytes(4)), sys.byteorder)


def test_keys_typed_before_the_start_come_first_and_only_once() -> None:
    PaintedDriver.typed = "جd".encode()

    def script(driver: Heard, keys: int) -> None:
        os.write(keys, b"q")
        until(lambda: len(driver.keys) == 3)
        assert driver.keys[1:] == ["d", "q"]
        assert [m.character for m in driver.heard if isinstance(m, events.Key)] == ["ج", "d", "q"]
        assert (PaintedDriver.typed, PaintedDriver.begun) == (b"", b"")

    listening(script)


def test_a_late_answer_is_no_key_even_when_it_began_before() -> None:
    PaintedDriver.begun = b"\x1b[?62"

    def script(driver: Heard, keys: int) -> None:
        os.write(keys, b";22c")
        os.write(keys, b"a\x1b[?1;2cb")
        until(lambda: "b" in driver.keys)
        assert driver.keys == ["a", "b"]

    listening(script)


def test_a_lone_escape_counts_once_nothing_follows_it_and_a_letter_may_come_in_parts() -> None:
    def script(driver: Heard, keys: int) -> None:
        os.write(keys, b"\x1b")
        until(lambda: driver.keys == ["escape"])
        first, second = "ش".encode()[:1], "ش".encode()[1:]
        os.write(keys, first)
        until(lambda: unread(driver.fileno) == 0)  # the letter's bytes come in two reads, as in a long paste
        os.write(keys, second)
        until(lambda: len(driver.keys) == 2)
        assert [m.character for m in driver.heard if isinstance(m, events.Key)][1] == "ش"

    listening(script)


def test_it_stops_listening_at_once() -> None:
    def script(driver: Heard, _keys: int) -> None:
        until(lambda: driver._wake is not None)
        wake = driver._wake
        assert wake is not None
        os.write(wake, b"x")
        driver._key_thread.join(5)  # type: ignore[union-attr]
        assert driver._wake is None
        assert not driver.exit_event.is_set()
        driver.disable_input()  # nothing left to wake

    listening(script)


def test_the_alternate_screen_is_not_entered_again_once_a_page_is_painted() -> None:
    sent: list[str] = []

    class Writer:
        """What the driver writes to."""

        def write(self, data: str) -> None:
            """Keep the data."""
            sent.append(data)

    async def run() -> None:
        driver = Heard(0)
        driver._writer_thread = Writer()  # type: ignore[assignment]
        PaintedDriver.painted = True
        for data in ("\x1b[?1049h", "text", "\x1b[?1049h"):
            driver.write(data)

    asyncio.run(run())
    assert sent == ["text", "\x1b[?1049h"]  # later, after the terminal was given back, it is entered again


def test_the_terminals_own_reordering_is_switched_off_and_on_again(monkeypatch: pytest.MonkeyPatch) -> None:
    PaintedDriver.switch = Switch("\x1b[8l", "\x1b[8h")
    done: list[str] = []
    for name in ("start_application_mode", "stop_application_mode", "_sigcont_application"):
        monkeypatch.setattr(LinuxDriver, name, lambda _self, *_given, name=name: done.append(name))
    monkeypatch.setattr(os, "write", lambda _file, data: done.append(data.decode()))

    async def run() -> None:
        driver = Heard(0)
        driver.start_application_mode()
        driver.stop_application_mode()
        driver._must_signal_resume = False
        driver._sigcont_application()  # stopped from outside: all still runs
        done.append("given back")
        driver._must_signal_resume = True
        driver._sigcont_application()

    asyncio.run(run())
    around = ["\x1b[8l", "start_application_mode", "stop_application_mode", "\x1b[8h"]
    assert done == [*around, "given back", "_sigcont_application"]
