"""The widget: the one door through which the widget library comes in."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import anywidget

from nocontact.display import document_to_html, json_text, mimebundle
from nocontact.display.stylesheet import STYLESHEET
from nocontact.facts import Answers
from nocontact.notebook.conversation import Conversation
from nocontact.recommendation import Recommendation


def _read(*names: str) -> str:
    here = files("nocontact.notebook")
    return "\n".join((here / name).read_text("utf-8") for name in names)


class Explorer(anywidget.AnyWidget):
    """The interactive view; show it as the last line of a cell.

    Its synchronised state holds the script and the style and nothing else. Answers come and go
    as messages, which no notebook saves. Where the view cannot live, such as in a notebook that
    is not trusted or was only opened, a few words stand in its place.

    Args:
        conversation: answers what the page says.

    Examples:
        >>> from nocontact import explore
        >>> explore().scenario.answers()  # doctest: +SKIP
        {}
    """

    _esm = _read("panel.js", "controls.js", "explore.js")
    _css = STYLESHEET + _read("explore.css")

    def __init__(self, conversation: Conversation) -> None:
        still = json_text(document_to_html(conversation.still, heading_level=2, styled=False))
        self._esm = f"const STATIC_HTML = {still};\n{type(self)._esm}"
        super().__init__()
        self._conversation = conversation
        self.on_msg(self._heard)

    @property
    def scenario(self) -> Answers:
        """The answers of this moment."""
        return self._conversation.now.scenario

    @property
    def recommendation(self) -> Recommendation:
        """The recommendation of this moment."""
        return self._conversation.now.recommendation

    def __repr__(self) -> str:
        return repr(self.scenario).replace(type(self.scenario).__name__, type(self).__name__, 1)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """Return the view, and what to show where it cannot live: the words hold no answers."""
        live = super()._repr_mimebundle_(**kwargs)
        if live is None:
            return None
        data, metadata = live
        return {**mimebundle(self._conversation.still), **data}, metadata

    def _heard(self, _: object, message: dict[str, Any], buffers: object) -> None:
        for reply in self._conversation.replies(message):
            self.send(reply)
