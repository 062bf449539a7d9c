"""The widget: the one door through which the widget library comes in."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import anywidget

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
    as messages, which no notebook saves.

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

    def _heard(self, _: object, message: dict[str, Any], buffers: object) -> None:
        for reply in self._conversation.replies(message):
            self.send(reply)
