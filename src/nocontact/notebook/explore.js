// The page side of `nocontact.explore`. It builds the controls, says what was moved, and shows what
// comes back. Every word is put in as text; HTML comes only from the kernel, where it was escaped.

function render({ model, el }) {
  const view = new View((message) => model.send(message), newId());
  const heard = (message) => view.hear(message);
  model.on("msg:custom", heard);
  // It stands there until the kernel speaks, which it does not in a notebook that was only opened.
  view.root.innerHTML = typeof STATIC_HTML === "string" ? STATIC_HTML : "";
  el.append(view.root);
  model.send({ kind: "ready", view: view.id });
  return () => model.off("msg:custom", heard);
}

export default { render };

// Each widget loads this script anew, and one widget may be shown twice, in two windows even: so a
// count would begin again, and two views would share their radio buttons.
function newId() {
  return `nocontact-${[...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("-")}`;
}

// One element: its properties and attributes, then what it holds.
function made(tag, given = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...inside);
  return element;
}

class View {
  constructor(send, id) {
    this.send = send;
    this.id = id;
    this.controls = new Map();
    this.moves = 0;
    this.root = made("div", { className: "nocontact nocontact-explore" });
    // JupyterLab takes the arrow keys, letters and Escape away from whatever has the focus, unless told so.
    this.root.addEventListener("focusin", ({ target }) => target.setAttribute("data-lm-suppress-shortcuts", "true"));
  }

  // Every view of a widget hears every message; what one view asked for is for that view alone.
  hear(message) {
    if ((message.view ?? this.id) !== this.id || (!this.labels && message.kind !== "form")) return;
    const heard = { form: "form", shown: "shown", next: "next", refused: "refused", explained: "explained" };
    if (message.kind in heard) this[heard[message.kind]](message);
  }

  form({ language, labels, blocks }) {
    this.root.lang = language;
    this.labels = labels;
    this.controls.clear();
    this.count = made("p", { className: "quiet" });
    this.nextLink = made("button", { type: "button", className: "next", hidden: true });
    this.nextLink.addEventListener("click", () => this.controls.get(this.useful).focus());
    const skip = this.skipping(labels.skip, () => this.toAnswer());
    const back = this.skipping(labels.back, () => this.toQuestion());
    const questions = this.pane("questions", labels.questions, this.count, skip, this.nextLink, ...blocks.map((b) => this.block(b)));
    this.onEscape(questions, () => this.toAnswer());
    questions.addEventListener("focusin", ({ target }) => { if (target !== skip) this.asked = target; });
    // What changed is announced when it comes, so this line is there before it says anything.
    this.changed = made("p", { role: "status" });
    this.changes = made("div");
    this.aboutChanges = [made("h3", { textContent: labels.changed, hidden: true }),
      made("details", { hidden: true }, made("summary", { textContent: labels.changed_more }), this.changes)];
    const [heading, more] = this.aboutChanges;
    this.changePane = made("div", { className: "changes" }, heading, this.changed, more);
    this.panel = new Panel(labels);
    this.answer = made("div", { className: "answer" });
    this.others = this.askAnything();
    const result = made("div", { className: "pane result" }, back, this.changePane, this.panel.root, this.answer, this.others);
    this.onEscape(result, () => this.toQuestion());
    this.result = result;
    this.root.replaceChildren(
      made("h2", { textContent: labels.title }),
      made("p", { className: "quiet", textContent: labels.privacy }),
      made("div", { className: "panes" }, questions, result),
    );
  }

  skipping(words, goes) {
    const button = made("button", { type: "button", className: "skip", textContent: words });
    button.addEventListener("click", goes);
    return button;
  }

  onEscape(pane, goes) {
    pane.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      goes();
    });
  }

  toAnswer() {
    const first = this.changePane.classList.contains("some") ? this.changePane : this.answer;
    first.tabIndex = -1;
    first.focus();
  }

  toQuestion() {
    const last = this.asked?.isConnected ? this.asked : this.root.querySelector(".questions input");
    last.focus();
  }

  pane(name, title, ...inside) {
    const heading = made("h3", { id: `${this.id}-${name}`, textContent: title });
    return made("section", { className: `pane ${name}`, "aria-labelledby": heading.id }, heading, ...inside);
  }

  block({ title, first, more, more_title }) {
    const section = made("section", {}, made("h4", { textContent: title }), ...first.map((q) => this.question(q)));
    if (more.length) {
      const rest = made("details", {}, made("summary", { textContent: more_title }), ...more.map((q) => this.question(q)));
      section.append(rest);
    }
    return section;
  }

  question(question) {
    const kinds = { one: OneAnswer, set: Members, map: Levels, steps: Steps, steps_with_aims: Steps };
    const moved = (answer) => this.send({ kind: "moved", question: question.name, answer,
      move: [this.id, ++this.moves], kernel: this.kernel, answers: this.answers });
    const control = new kinds[question.shape](question, this.labels, `${this.id}-${question.name}`, moved);
    this.controls.set(question.name, control);
    return control.root;
  }

  // A kernel that was started anew has forgotten what stands here: so each move says it, and whose it is.
  shown({ answers, not_asked, count, html, places, others, changed, move, kernel }) {
    [this.answers, this.kernel] = [answers, kernel];
    this.showAnswers(answers, move, new Set(not_asked));
    this.count.textContent = count;
    const open = new Set([...this.answer.querySelectorAll("details[open] > summary")].map((each) => each.textContent));
    this.answer.innerHTML = html;
    for (const summary of this.answer.querySelectorAll("details > summary")) {
      if (open.has(summary.textContent)) summary.parentElement.open = true;
    }
    this.putButtons(places);
    this.fillOthers(others);
    this.panel.close(false);
    if (changed !== null) this.result.scrollTop = 0;
    this.changePane.classList.toggle("some", changed !== null);
    for (const each of this.aboutChanges) each.hidden = changed === null;
    this.changed.textContent = changed?.said ?? "";
    this.changes.innerHTML = changed?.html ?? "";
  }

  // What comes back for an earlier move says nothing of the moves that were made since.
  showAnswers(answers, move, notAsked = null) {
    if (move?.[0] === this.id && move[1] < this.moves) return;
    for (const [name, control] of this.controls) {
      control.refuse("");
      if (notAsked !== null) control.root.hidden = notAsked.has(name);
      control.show(name in answers ? answers[name] : null);
    }
  }

  // A button goes to the first line that starts with the words of a place.
  putButtons(places) {
    const lines = [...this.answer.querySelectorAll("li, p, summary")];
    for (const place of places) {
      const at = lines.findIndex((line) => line.textContent.trimStart().startsWith(place.said));
      if (at < 0) continue;
      const [line] = lines.splice(at, 1);
      const buttons = made("span", { className: "asks" }, ...place.asks.map((asks) => this.asking(place, asks)));
      if (line.tagName === "SUMMARY") line.parentElement.after(buttons);
      else if (line.querySelector(":scope > strong, :scope > em")) lastOfStart(line).after(" ", buttons);
      else line.insertBefore(buttons, line.querySelector(":scope > ul, :scope > details"));
    }
  }

  asking(place, asks) {
    // A finding has levels; of a tactic one only asks why it is not there.
    const more = asks === "why_not" && !place.name.includes(".");
    const label = more ? this.labels.why_not_more : this.labels[asks];
    const button = made("button", { type: "button", className: "ask", textContent: label });
    button.setAttribute("aria-label", `${label} ${place.said}`);
    button.addEventListener("click", () => this.ask(place, asks, button));
    return button;
  }

  ask(place, asks, opener) {
    this.panel.opener = opener;
    this.send({ kind: "asked", name: place.name, asks, view: this.id });
  }

  askAnything() {
    this.choice = made("select", { id: `${this.id}-other` });
    const buttons = ["why", "why_not"].map((asks) => {
      const button = made("button", { type: "button", className: "ask", textContent: this.labels[asks] });
      button.addEventListener("click", () => this.ask(this.otherPlaces[this.choice.selectedIndex], asks, button));
      return button;
    });
    const label = made("label", { htmlFor: this.choice.id, textContent: this.labels.about_what });
    return made("details", { className: "others" }, made("summary", { textContent: this.labels.about }),
      label, this.choice, made("span", { className: "asks" }, ...buttons));
  }

  fillOthers(others) {
    const chosen = this.choice.value;
    this.otherPlaces = others;
    this.choice.replaceChildren(...others.map((o) => made("option", { value: o.name, textContent: o.said })));
    if (others.some((o) => o.name === chosen)) this.choice.value = chosen;
  }

  explained({ html }) {
    this.panel.open(html);
    this.result.scrollTop = this.panel.root.offsetTop - this.result.offsetTop;
  }

  next({ question }) {
    this.useful = question;
    for (const [name, control] of this.controls) control.mark(name === question);
    this.nextLink.hidden = question === null;
    if (question !== null) this.nextLink.textContent = `${this.labels.next}: ${this.controls.get(question).question.text}`;
  }

  refused({ question, said, answers, move }) {
    this.showAnswers(answers, move);
    if (move?.[0] === this.id && this.controls.has(question)) this.controls.get(question).refuse(said);
  }
}

function lastOfStart(line) {
  let last = line.firstChild;
  while (last.nextSibling && !["UL", "OL", "DETAILS", "P"].includes(last.nextSibling.tagName)) last = last.nextSibling;
  return last;
}
