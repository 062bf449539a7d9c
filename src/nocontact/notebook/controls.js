// The controls: one class for each shape of a question. Each is a fieldset, its question the
// legend. `moved(answer)` says what was chosen; null takes an answer back.
class Control {
  constructor(question, labels, id, moved) {
    Object.assign(this, { question, labels, id, moved });
    this.useful = made("p", { className: "mark", textContent: labels.next_mark, hidden: true });
    this.refusal = made("p", { className: "refusal", role: "alert" });
    this.body = made("div", { className: "choices" });
    const legend = made("legend", { textContent: question.text });
    this.root = made("fieldset", { "data-question": question.name }, legend, this.useful, this.body, this.refusal);
    this.build();
  }

  mark(isNext) {
    this.useful.hidden = !isNext;
    this.root.classList.toggle("useful", isNext);
  }

  refuse(said) {
    if (this.refusal.textContent !== said) this.refusal.textContent = said;
  }

  focus() {
    const folded = this.root.closest("details");
    if (folded) folded.open = true;
    this.root.scrollIntoView({ block: "nearest" });
    (this.root.querySelector("input:checked") || this.root.querySelector("input, select")).focus();
  }

  // A native input with its label.
  choice(type, value, words) {
    const input = made("input", { type, value, name: this.id });
    return { input, label: made("label", {}, input, made("span", { textContent: words })) };
  }
}

class OneAnswer extends Control {
  build() {
    this.inputs = [["", this.labels.unanswered], ...this.question.choices].map(([value, words]) => {
      const { input, label } = this.choice("radio", value, words);
      input.addEventListener("change", () => this.moved(input.value || null));
      this.body.append(label);
      return input;
    });
  }

  show(answer) {
    for (const input of this.inputs) input.checked = input.value === (answer ?? "");
  }
}

class Members extends Control {
  build() {
    this.inputs = [["", this.labels.unanswered], ...this.question.choices].map(([value, words]) => {
      const { input, label } = this.choice("checkbox", value, words);
      input.addEventListener("change", () => this.changed(input));
      this.body.append(label);
      return input;
    });
  }

  // "Not answered", and a member such as "none of these", stand alone.
  changed(input) {
    const alone = (each) => each.value === "" || this.question.alone.includes(each.value);
    if (input.checked) {
      for (const each of this.inputs) if (each !== input && (alone(input) || alone(each))) each.checked = false;
    }
    const chosen = this.inputs.filter((each) => each.checked && each.value).map((each) => each.value);
    this.inputs[0].checked = !chosen.length;
    this.moved(chosen.length ? chosen : null);
  }

  show(answer) {
    for (const input of this.inputs) {
      input.checked = input.value === "" ? answer === null : answer !== null && answer.includes(input.value);
    }
  }
}

class Levels extends Control {
  build() {
    this.selects = this.question.choices.map(([channel, words]) => {
      const select = made("select", { name: channel }, ...[["", this.labels.unanswered], ...this.question.levels]
        .map(([value, said]) => made("option", { value, textContent: said })));
      select.addEventListener("change", () => this.changed());
      this.body.append(made("label", { className: "level" }, made("span", { textContent: words }), select));
      return select;
    });
  }

  changed() {
    const said = this.selects.some((select) => select.value);
    const levels = Object.fromEntries(this.selects.map((select) => [select.name, select.value || "unknown"]));
    this.moved(said ? levels : null);
  }

  show(answer) {
    const lowest = this.question.levels[0][0];
    for (const select of this.selects) {
      const level = answer === null ? "unknown" : answer[select.name] ?? lowest;
      select.value = level === "unknown" ? "" : level;
    }
  }
}

// Steps of the catalogue: choose, add, take out; and, where the question has aims, what each is for.
class Steps extends Control {
  build() {
    this.chosen = new Map();
    this.select = made("select", { "aria-label": this.labels.choose_step },
      made("option", { value: "", textContent: this.labels.choose_step }),
      ...this.question.choices.map(([value, words]) => made("option", { value, textContent: words })));
    const add = made("button", { type: "button", textContent: this.labels.add });
    add.addEventListener("click", () => this.add());
    this.none = made("p", { className: "quiet", textContent: this.labels.unanswered });
    this.list = made("ul");
    this.body.append(this.none, this.list, made("div", { className: "level" }, this.select, add));
  }

  add() {
    if (this.select.value && !this.chosen.has(this.select.value)) {
      this.chosen.set(this.select.value, new Set());
      this.draw();
      this.say();
    }
    this.select.value = "";
    this.select.focus();
  }

  say() {
    const aims = [...this.chosen].map(([tactic, wanted]) => [tactic, [...wanted]]);
    const answer = this.question.shape === "steps" ? [...this.chosen.keys()] : Object.fromEntries(aims);
    this.moved(this.chosen.size ? answer : null);
  }

  draw() {
    const words = new Map(this.question.choices);
    this.none.hidden = this.chosen.size > 0;
    this.list.replaceChildren(...[...this.chosen.keys()].map((tactic) => this.entry(tactic, words.get(tactic) ?? tactic)));
  }

  entry(tactic, words) {
    const out = made("button", { type: "button", textContent: this.labels.take_out });
    out.setAttribute("aria-label", `${this.labels.take_out}: ${words}`);
    out.addEventListener("click", () => {
      this.chosen.delete(tactic);
      this.draw();
      this.select.focus();
      this.say();
    });
    const entry = made("li", {}, `${words} `, out);
    if (this.question.levels.length) entry.append(this.aims(tactic, words));
    return entry;
  }

  aims(tactic, words) {
    const wanted = this.chosen.get(tactic);
    const boxes = this.question.levels.map(([aim, said]) => {
      const { input, label } = this.choice("checkbox", aim, said);
      input.checked = wanted.has(aim);
      input.addEventListener("change", () => {
        if (input.checked) wanted.add(aim);
        else wanted.delete(aim);
        this.say();
      });
      return label;
    });
    const folded = made("details", { open: wanted.size > 0 }, made("summary", { textContent: this.labels.aims }), ...boxes);
    folded.setAttribute("aria-label", words);
    return folded;
  }

  show(answer) {
    const given = Array.isArray(answer) ? answer.map((tactic) => [tactic, []]) : Object.entries(answer ?? {});
    const known = (chosen) => JSON.stringify(chosen.map(([tactic, aims]) => [tactic, [...aims].sort()]).sort());
    if (this.list.children.length === given.length && known(given) === known([...this.chosen])) return;
    this.chosen = new Map(given.map(([tactic, aims]) => [tactic, new Set(aims)]));
    this.draw();
  }
}
