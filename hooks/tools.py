"""What the steps of the build share: content hashes, a cache of finished files, archives, other programs."""

import base64
import hashlib
import io
import json
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from hooks.refused import Refused


class ToolError(Refused):
    """Another program failed; the text is what it said."""


def digest(*parts: bytes) -> str:
    """Sixteen hex digits over the parts and where each ends."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()[:16]


def integrity(content: bytes) -> str:
    """What browsers compare a file or an inline script with before they use it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def digest_of(files: Mapping[str, bytes]) -> str:
    """Sixteen hex digits over names and contents, whatever their order."""
    return digest(*(piece for name in sorted(files) for piece in (name.encode(), files[name])))


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip whose bytes depend on the files alone, stored: brotli packs it better than deflate would."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as opened:
        for name in sorted(files):
            opened.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), files[name])
    return buffer.getvalue()


def members(path: Path) -> dict[str, bytes]:
    """What an archive holds, by name."""
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def keep(path: Path, content: bytes) -> Path:
    """A file of the cache with this content; written in one step, so that a build beside this one never reads half."""
    if not path.exists() or path.read_bytes() != content:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as half:
            half.write(content)
        Path(half.name).chmod(0o644)
        Path(half.name).replace(path)
    return path


def cached(path: Path, make: Callable[[], bytes]) -> Path:
    """A file of the cache whose name says what it is made from; made where it is missing, or no longer as it was made.

    A machine that stops in the middle leaves files that look finished: beside each one stands its content's hash.
    """
    if not intact(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        content = make()
        keep(path, content)
        keep(_seal(path), hashlib.sha256(content).hexdigest().encode())
    return path


def intact(path: Path) -> bool:
    """Whether a file of the cache is there and holds what was written."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest().encode() == _seal(path).read_bytes()
    except FileNotFoundError:
        return False


def _seal(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def run(command: Sequence[str], environment: Mapping[str, str] | None = None, patience: float = 300) -> bytes:
    """What another program prints within so many seconds; ToolError with its own words if it fails."""
    try:
        return subprocess.run(
            command, env={**os.environ, **(environment or {})}, capture_output=True, check=True, timeout=patience
        ).stdout
    except FileNotFoundError as missing:
        raise ToolError(f"{command[0]} is not installed: {missing}") from missing
    except subprocess.CalledProcessError as failed:
        said = failed.stderr.decode(errors="replace").strip()
        raise ToolError(f"{' '.join(command[:2])} failed with exit code {failed.returncode}:\n{said}") from failed


def node(script: Path, job: object, patience: float = 300) -> bytes:
    """What a script of ours prints under Node; the file that it is given holds the job as JSON. Raises as `run`."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(job, file, default=str)  # paths as text
        file.flush()
        return run(["node", str(script), file.name], patience=patience)
