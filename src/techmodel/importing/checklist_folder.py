"""A checklist folder from anywhere: the texts of its small plain files, and of nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

MAX_BYTES = 5_000_000
"""All files of a checklist together (trust.md F18)."""

_MAX_FILES = 100
_SUBFOLDER = "domains"
_GUIDES = "guides"


def read_folder(folder: Traversable) -> dict[str, str]:
    """The texts of all files in `folder` and its sub-folder `domains`, by name.

    A name is as in "domains/GOV.toml", on every system. What there is to learn
    (`guides`) is left where it is: `read_learning_files` reads it when it is shown.

    Raises:
        BadInput: it is no folder, holds a link, another folder or anything that is no plain file,
            is too large, or is not UTF-8 text.
    """
    return _texts(folder, _SUBFOLDER)


def read_learning_files(folder: Traversable) -> dict[str, str]:
    """The texts of the files under `guides`, by name.

    Raises:
        BadInput: as `read_folder`.
    """
    return _texts(folder, _GUIDES)


def _texts(folder: Traversable, subfolder: str) -> dict[str, str]:
    if not folder.is_dir():
        what = "is not a folder" if folder.is_file() else "is not there"
        raise BadInput(f"{folder} {what}; a checklist is a folder of TOML files.")
    texts: dict[str, str] = {}
    room = MAX_BYTES
    for name, file in _files(folder, subfolder):
        if len(texts) == _MAX_FILES:
            raise BadInput(f"{folder} holds more than {_MAX_FILES} files; a checklist never does.")
        data = _read(file, room)
        if len(data) > room:
            raise BadInput(f"{folder} is larger than 5 MB; a checklist never is.")
        room -= len(data)
        texts[name] = _decoded(name, data)
    return texts


def _files(folder: Traversable, subfolder: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if (entry.name == _GUIDES) != (subfolder == _GUIDES):
            continue
        _refuse_link(entry, entry.name)
        if entry.name == subfolder and entry.is_dir():
            for file in sorted(entry.iterdir(), key=lambda file: file.name):
                yield _plain(file, f"{subfolder}/{file.name}")
        else:
            yield _plain(entry, entry.name)


def _plain(file: Traversable, name: str) -> tuple[str, Traversable]:
    _refuse_link(file, name)
    if not file.is_file():
        raise BadInput(
            f"{name}: a checklist folder holds files and the folders domains and guides only."
        )
    return name, file


def _refuse_link(entry: Traversable, name: str) -> None:
    is_symlink = getattr(entry, "is_symlink", None)
    if is_symlink and is_symlink():
        raise BadInput(f"{name}: this is a link to somewhere else; put the file itself here.")


def _read(file: Traversable, room: int) -> bytes:
    with file.open("rb") as stream:
        return bytes(stream.read(room + 1))


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{name}: this is not UTF-8 text; save it again as UTF-8.") from error
