"""What has something to say, and can also be taken apart as plain data by another program."""

from __future__ import annotations

from typing import Any

from nocontact.display.document_to_json import document_to_json, json_text
from nocontact.display.shown import Shown


class ShownAsData(Shown):
    """Shows a document in every format, and gives the same as plain data.

    A class that derives from it says what there is to say in `to_document`, and what it holds in
    `to_dict`; its JSON has both.

    Examples:
        >>> import json
        >>> from nocontact.display import Document
        >>> class Word(ShownAsData):
        ...     def to_dict(self) -> dict[str, Any]:
        ...         return {"schema": "word/1"}
        ...     def to_document(self) -> Document:
        ...         return Document("Rest.", title="A word")
        >>> list(json.loads(Word().to_json()))
        ['schema', 'document']
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain data: dicts, lists, strings, numbers, booleans and None.

        The first key is `schema`, the name of the form and its version. A later version may add
        keys; where one is taken away or means something else, the number goes up.

        Raises:
            NotImplementedError: when a class holds nothing.

        Examples:
            >>> from nocontact import Scenario, recommend
            >>> recommend(Scenario()).why("wall").to_dict()["schema"]
            'nocontact.why/1'
        """
        raise NotImplementedError(type(self).__name__)

    def to_json(self) -> str:
        """Return what `to_dict` holds as JSON, with the document under `document`.

        Examples:
            >>> import json
            >>> from nocontact import Scenario, recommend
            >>> json.loads(recommend(Scenario()).why("wall").to_json())["document"]["type"]
            'document'
        """
        data = {**self.to_dict(), "document": document_to_json(self.to_document())}
        return json_text(data)
