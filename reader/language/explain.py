"""An error and its remedy in the interface's language."""

from annotations.errors import HashiyaError
from reader.language.i18n import _, plain
from reader.language.os_errors import reason


def message_of(error: HashiyaError) -> str:
    """Return what went wrong, with the reason of the operating system in the interface's words."""
    return _(error.message, **_values(error))


def explain(error: HashiyaError) -> str:
    """Return what went wrong and how to remedy it, in one line."""
    told = message_of(error)
    if not error.remedy:
        return told
    stop = "" if plain(told)[-1:] in ".؟?!" else "."
    return f"{told}{stop} {_(error.remedy, **_values(error))}"


def _values(error: HashiyaError) -> dict[str, object]:
    values, cause = dict(error.values), error.__cause__
    if isinstance(cause, OSError) and "reason" in values:
        values["reason"] = reason(cause)
    return {name: str(value) if isinstance(value, OSError) else value for name, value in values.items()}
