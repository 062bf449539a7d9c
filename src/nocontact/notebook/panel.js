// The panel that shows a why: focus goes in when it opens, and back to the button when it closes.
class Panel {
  constructor(labels) {
    this.body = made("div");
    const close = made("button", { type: "button", className: "close", textContent: labels.close });
    close.addEventListener("click", () => this.close(true));
    this.root = made("div", { className: "panel", hidden: true }, close, this.body);
    this.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close(true);
    });
  }

  open(html) {
    this.body.innerHTML = html;
    this.root.hidden = false;
    const heading = this.body.querySelector("h3");
    heading.tabIndex = -1;
    heading.focus();
  }

  close(giveBack) {
    const inside = this.root.contains(document.activeElement);
    this.root.hidden = true;
    this.body.replaceChildren();
    if ((giveBack || inside) && this.opener && this.opener.isConnected) this.opener.focus();
  }
}
