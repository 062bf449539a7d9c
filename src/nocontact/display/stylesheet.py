"""The style of HTML renderings: a few rules, all inside the class `nocontact`.

Ink and ground are always set together, so the text stays readable on any page. JupyterLab's own
colours come first; elsewhere the reader's preference for light or dark decides. A class named twice
wins over JupyterLab, which sets the cells of every table to the right.
"""

from __future__ import annotations

STYLESHEET = """\
.nocontact {
  --nocontact-ink: var(--jp-content-font-color1, #1f2328);
  --nocontact-soft: var(--jp-content-font-color2, #57606a);
  --nocontact-ground: var(--jp-layout-color0, #ffffff);
  --nocontact-shade: var(--jp-layout-color2, #f0f2f4);
  --nocontact-line: var(--jp-border-color1, #c4cad1);
  --nocontact-info: var(--jp-info-color1, #0969da);
  --nocontact-caution: var(--jp-warn-color1, #9a6700);
  --nocontact-urgent: var(--jp-error-color1, #cf222e);
  color: var(--nocontact-ink);
  background: var(--nocontact-ground);
  max-width: 48rem;
  padding: 0.25rem 0.5rem;
  line-height: 1.5;
}
@media (prefers-color-scheme: dark) {
  .nocontact {
    --nocontact-ink: var(--jp-content-font-color1, #e6edf3);
    --nocontact-soft: var(--jp-content-font-color2, #9ea7b3);
    --nocontact-ground: var(--jp-layout-color0, #0d1117);
    --nocontact-shade: var(--jp-layout-color2, #21262d);
    --nocontact-line: var(--jp-border-color1, #444c56);
    --nocontact-info: var(--jp-info-color1, #58a6ff);
    --nocontact-caution: var(--jp-warn-color1, #d29922);
    --nocontact-urgent: var(--jp-error-color1, #ff7b72);
  }
}
.nocontact h1, .nocontact h2, .nocontact h3 { font-size: 1.25em; }
.nocontact h4 { font-size: 1.125em; }
.nocontact h5, .nocontact h6 { font-size: 1em; }
.nocontact h1, .nocontact h2, .nocontact h3, .nocontact h4, .nocontact h5, .nocontact h6 {
  font-weight: bold;
  margin: 1rem 0 0.5rem;
}
.nocontact p { margin: 0.5rem 0; }
.nocontact cite, .nocontact small, .nocontact .nocontact-voice { color: var(--nocontact-soft); }
.nocontact cite { font-style: normal; }
.nocontact .nocontact-voice { font-style: italic; }
.nocontact code, .nocontact pre { color: inherit; background: var(--nocontact-shade); }
.nocontact pre { padding: 0.5rem; overflow-x: auto; }
.nocontact summary { cursor: pointer; }
.nocontact ul.nocontact-tree, .nocontact ul.nocontact-tree ul {
  list-style: none;
  margin: 0;
  padding-left: 1rem;
  border-left: 1px solid var(--nocontact-line);
}
.nocontact table { border-collapse: collapse; color: inherit; margin: 0.5rem 0; }
.nocontact caption { text-align: left; color: var(--nocontact-soft); }
.nocontact.nocontact th, .nocontact.nocontact td {
  text-align: left;
  vertical-align: top;
  padding: 0.25rem 0.75rem 0.25rem 0;
  border-bottom: 1px solid var(--nocontact-line);
}
.nocontact tbody th { font-weight: normal; }
.nocontact aside {
  border-left: 4px solid var(--nocontact-line);
  margin: 0.5rem 0;
  padding: 0.25rem 0.75rem;
}
.nocontact aside.nocontact-info { border-color: var(--nocontact-info); }
.nocontact aside.nocontact-caution { border-color: var(--nocontact-caution); }
.nocontact aside.nocontact-urgent { border-color: var(--nocontact-urgent); }
"""
"""CSS for one fragment; no rule reaches outside the class, no rule loads anything."""
