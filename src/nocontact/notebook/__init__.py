"""The interactive view for notebooks: every question a control, the answer beside it, live.

What is shown and asked is worked out here without any widget library; that library comes in by
one door, `widget`, and only when `explore` is called. Answers travel between the page and the
kernel as messages and are never part of the widget's state, so a saved notebook holds none.
"""

from nocontact.notebook.explore import explore

__all__ = ["explore"]
