// The page: its bar of views and filters, what is told about one action, and what the keys do.
const views = {
  months: [words.months, showMonths],
  timeline: [words.timeline, showTimeline],
  people: [words.people, showPeople],
  sections: [words.sections, showSections],
  states: [words.states, showStates],
  attention: [words.attention, showAttention],
};
const main = el("main", { id: "view", tabindex: "-1" });
const status = el("p", { class: "sr", role: "status" });
const dialog = el("dialog", { "aria-labelledby": "about-title" });
const nav = el("nav", { "aria-label": words.views });
let current = "";

const render = () => {
  main.replaceChildren(...views[current][1]());
  const shown = plan.actions.reduce((sum, action, index) => sum + (isShown(index) ? 1 : 0), 0);
  status.textContent = `${views[current][0]} · ${counted(words.actions, shown)}`;
};

const open = (name) => {
  if (name === current) return;
  current = name;
  document.body.className = `with-${name}`;
  for (const button of nav.children) {
    if (button.dataset.view === name) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  const tab = nav.querySelector("[aria-current]");
  nav.scrollLeft = Math.max(0, tab.offsetLeft + tab.offsetWidth - nav.clientWidth);
  render();
};
const openHash = () => {
  const name = location.hash.slice(1);
  if (Object.hasOwn(views, name)) open(name);
  else if (current === "") open("months");
};

const attentionCount = () => plan.actions.filter((action, index) => isLate(index)).length + plan.conflicts.length + plan.problems.length;

const buildNav = () => {
  for (const [name, [label]] of Object.entries(views)) {
    const count = name === "attention" ? attentionCount() : 0;
    nav.append(el("button", { type: "button", "data-view": name }, label, count > 0 ? el("span", { class: "count" }, String(count)) : null));
  }
  nav.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) location.hash = button.dataset.view;
  });
};

const choice = (key, label, names) => {
  if (names.length === 0) return null;
  const select = el("select", { "aria-label": label, "data-filter": key }, el("option", { value: "" }, label), ...names.map(([value, name]) => el("option", { value }, name)));
  select.addEventListener("change", () => {
    filter[key] = select.value;
    render();
  });
  return select;
};

const searchField = () => {
  const field = el("input", { type: "search", placeholder: words.search, "aria-label": words.search, "data-filter": "text" });
  field.addEventListener("input", () => {
    filter.text = field.value.trim();
    render();
  });
  return field;
};

const openOnly = () => {
  const box = el("input", { type: "checkbox", "data-filter": "open" });
  box.addEventListener("change", () => {
    filter.open = box.checked;
    render();
  });
  return el("label", { class: "check" }, box, words.hideDone);
};

const themeButton = () => {
  const root = document.documentElement;
  const button = el("button", { type: "button", class: "theme", "aria-label": words.theme, title: words.theme }, "◐");
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  return button;
};

const sorted = (names) => names.map((name, index) => [index, name]).sort((a, b) => a[1].localeCompare(b[1], plan.language));

const buildBar = () => {
  buildNav();
  const several = plan.plans.length > 1 ? plan.plans.map((name, index) => [index, name]) : [];
  const filters = el("div", { class: "filters", role: "search" });
  const parts = [searchField(), choice("person", words.person, sorted(plan.people)), choice("tag", words.tag, sorted(plan.tags)), choice("plan", words.plan, several), openOnly(), themeButton()];
  filters.append(...parts.filter(Boolean));
  return el("div", { class: "bar" }, el("div", { class: "bar-inside" }, nav, filters));
};

const fact = (name, value) => (value ? [el("dt", {}, name), el("dd", {}, value)] : []);
const link = (url) => (/^(https?:\/\/|mailto:)/i.test(url) ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, url) : url);
const names = (list) => list.map((person) => plan.people[person]).join(", ");

const showDialog = (title, ...content) => {
  const close = el("button", { type: "button", class: "close", "aria-label": words.close }, "×");
  close.addEventListener("click", () => dialog.close());
  dialog.replaceChildren(el("h2", { id: "about-title" }, title), ...content, close);
  if (!dialog.open) dialog.showModal();
};

const showAction = (index) => {
  const action = plan.actions[index];
  const late = lateInstance(index);
  const state = late ? daysLeft(late.last) : [words.open, words.begun, words.done, words.cancelled][action.status];
  const facts = [
    ...fact(words.when, action.when || words.noDate),
    ...fact(words.state, state),
    ...fact(words.owners, names(action.owners)),
    ...fact(words.guests, names(action.guests)),
    ...fact(words.place, action.place),
    ...fact(words.tags, action.tags.map((tag) => `#${plan.tags[tag]}`).join(" ")),
    ...fact(words.link, action.url ? link(action.url) : ""),
    ...fact(words.notes, action.notes),
    ...fact(words.section, sectionName(action)),
    ...fact(words.source, say(words.lineOf, plan.files[action.plan], action.line)),
  ];
  showDialog(titleOf(action), el("dl", {}, ...facts));
};

const showDay = (day) => {
  const own = instances.filter((one) => isShown(one.action) && one.last >= day && (isDue(plan.actions[one.action]) ? one.last : one.first) <= day);
  const list = el("div", {}, ...own.map((instance) => entryButton(instance, "")));
  showDialog(longDay(day), list);
};

document.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
  const target = event.target.closest("[data-action], [data-day]");
  if (!target) return;
  if (target.dataset.action !== undefined) showAction(Number(target.dataset.action));
  else showDay(Number(target.dataset.day));
});
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, select, dialog");
  if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const name = Object.keys(views)[Number(event.key) - 1];
  if (name) location.hash = name;
  if (event.key !== "/") return;
  event.preventDefault();
  document.querySelector("[data-filter=text]").focus();
});
addEventListener("hashchange", openHash);

document.getElementById("page").append(buildBar(), status, main, dialog);
openHash();
