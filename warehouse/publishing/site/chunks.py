"""Data that pages load as they need it: JSON, deflated, inside a script, since a page from disk may load scripts and nothing else."""

import base64
import json
import zlib
from pathlib import Path
from typing import Any

#: Folder of the chunks in a site.
DATA = "data"


def write_chunk(folder: Path, name: str, value: Any) -> int:  # noqa: ANN401 - whatever JSON holds
    """Write a value as the chunk of that name into the folder of the site; the bytes of its file. `assets/chunks.js` reads it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(text.encode()) + packer.flush()
    path = folder / DATA / f"{name}.js"
    path.parent.mkdir(exist_ok=True)
    return path.write_text(f'personaeTake("{name}","{base64.b64encode(packed).decode()}")\n', encoding="ascii", newline="\n")


def read_chunk(path: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The value of a chunk."""
    packed = base64.b64decode(path.read_text(encoding="ascii").split('"')[3])
    return json.loads(zlib.decompress(packed, -15))
