"""Coverage-guided fuzzing of a reader: `python tests/soak/fuzz_readers.py scenario -runs=10000`.

The readers are those of `tests/parsing/all_readers.py`. It needs atheris (`pip install atheris`),
which is imported where it is used. The last arguments go to libFuzzer. It ends with the first text
that is neither read nor refused by an error of ours.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    import atheris

    sys.path.insert(0, str(Path(__file__).parents[2]))
    with atheris.instrument_imports(include=["nocontact"]):
        from tests.parsing.all_readers import READERS, outcome

    reader = READERS[sys.argv.pop(1)]
    corpus = [text.encode() for text in reader.texts]

    def one(data: bytes) -> None:
        given = atheris.FuzzedDataProvider(data)
        text = corpus[given.ConsumeIntInRange(0, len(corpus) - 1)].decode()
        if given.ConsumeBool():
            start = given.ConsumeIntInRange(0, len(text))
            length = given.ConsumeIntInRange(0, 400)
            text = text[:start] + given.ConsumeUnicode(60) + text[start + length :]
        else:
            text = given.ConsumeUnicode(4_000)
        outcome(reader, text)

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
