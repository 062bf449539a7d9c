// Runs the script of the page in as little of a page as it needs: two widgets, one of them shown twice.
class Element {
  constructor(tag) {
    Object.assign(this, { tagName: tag.toUpperCase(), className: "", textContent: "", hidden: false, id: "",
      type: "", value: "", name: "", checked: false, open: false, innerHTML: "", htmlFor: "", inside: [] });
    this.classList = { toggle() {} };
  }
  append(...inside) { this.inside.push(...inside); }
  replaceChildren(...inside) { this.inside = inside; this.innerHTML = ""; }
  setAttribute(name, value) { this[name] = value; }
  addEventListener(name, act) { this[`on ${name}`] = act; }
  querySelectorAll() { return []; }
  querySelector() { return null; }
  contains() { return false; }
  get children() { return this.inside; }
  *all() { yield this; for (const each of this.inside) if (each.all) yield* each.all(); }
}
globalThis.document = { createElement: (tag) => new Element(tag), activeElement: null };

const [source, replies] = JSON.parse(await new Promise((done) => {
  let text = "";
  process.stdin.on("data", (part) => (text += part)).on("end", () => done(text));
}));
const loaded = async (at) => (await import(`data:text/javascript,${encodeURIComponent(source)}//${at}`)).default;

// A widget of its own for each script; the second is shown twice.
const scripts = [await loaded(1), await loaded(2)];
const models = scripts.map(() => ({ sent: [], heard: [], send(m) { this.sent.push(m); }, on(_, act) { this.heard.push(act); } }));
const shown = [0, 1, 1].map((at) => {
  const el = new Element("div");
  scripts[at].render({ model: models[at], el });
  return el.inside[0];
});
const still = shown.map((root) => root.innerHTML);
const views = [models[0].sent[0].view, ...models[1].sent.map((message) => message.view)];
const hear = (at, reply, view) => models[at].heard.forEach((act) => act({ ...reply, view }));
[0, 1, 1].forEach((at, view) => replies.forEach((reply) => hear(at, reply, views[view])));
const names = shown.map((root) => [...root.all()].filter((e) => e.tagName === "INPUT").map((e) => e.name));
const ids = shown.map((root) => [...root.all()].map((e) => e.id).filter(Boolean));
const before = shown.map((root) => root.inside[0]);
replies.forEach((reply) => hear(1, reply, views[2]));
const kept = shown.map((root, at) => root.inside[0] === before[at]);
const radio = [...shown[0].all()].find((e) => e.tagName === "INPUT" && e.type === "radio");
radio.checked = true;
for (const e of shown[0].all()) if (e["on change"]) { e["on change"]({ target: radio }); break; }
const moved = models[0].sent.find((message) => message.kind === "moved");
console.log(JSON.stringify({ still, views, names, ids, kept, moved }));
