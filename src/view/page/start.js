"use strict";
// The plan as data, and the few things that every view is built with.
const plan = JSON.parse(document.getElementById("plan").textContent);
const words = plan.words;
const STANDING = { ahead: 0, past: 1, late: 2, done: 3, cancelled: 4 };
const DAY = 86400000;

const el = (name, attributes, ...children) => {
  const node = document.createElement(name);
  for (const key in attributes) {
    const value = attributes[key];
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") node.className = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children) if (child !== null && child !== undefined && child !== "") node.append(child);
  return node;
};

const say = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (slot, index) => values[index] ?? "");
const counted = (words, count) => say(count === 1 || (count === 0 && plan.language === "fr") ? words[0] : words[1], count);

// Days are counted from 1970-01-01, whatever the zone of the reader.
const dateOf = (day) => {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), number: date.getUTCDate(), weekday: (date.getUTCDay() + 6) % 7 };
};
const dayOf = (year, month, number) => Math.round(Date.UTC(year, month, number) / DAY);
const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const ordinal = (number) => (plan.language === "fr" && number === 1 ? "1er" : String(number));
const shortDay = (day) => {
  const date = dateOf(day);
  return `${plan.weekdays[date.weekday]} ${ordinal(date.number)} ${plan.shortMonths[date.month]}`;
};
const longDay = (day) => {
  const date = dateOf(day);
  return `${plan.longWeekdays[date.weekday]} ${ordinal(date.number)} ${plan.months[date.month]} ${date.year}`;
};
const daysLeft = (due) => {
  const left = due - plan.today;
  if (left === 0) return words.today;
  if (left === 1) return words.tomorrow;
  if (left === -1) return words.dayLate;
  return left > 0 ? say(words.inDays, left) : say(words.daysLate, -left);
};

const instances = plan.instances.map(([action, first, last, time, standing]) => ({ action, first, last, time, standing }));
const ofAction = plan.actions.map(() => []);
for (const instance of instances) ofAction[instance.action].push(instance);
const isDue = (action) => action.kind === "deadline" || action.kind === "window";
const isClosed = (action) => action.status > 1;
const lateInstance = (index) => ofAction[index].find((one) => one.standing === STANDING.late) ?? null;
const nextInstance = (index) => ofAction[index].find((one) => one.last >= plan.today) ?? ofAction[index][ofAction[index].length - 1] ?? null;

// Colours tell plans apart where there are several, else people.
const hueOf = (action) => (plan.plans.length > 1 ? action.plan : action.owners.length > 0 ? action.owners[0] : 0) % 8;
const hueClass = (action) => `h${hueOf(action)}`;
const stateClass = (action, standing) => (standing === STANDING.late ? " late" : isClosed(action) ? " closed" : "");
const titleOf = (action) => `${["", "◐ ", "✓ ", "✗ "][action.status]}${action.title}${" !!!".slice(0, action.priority ? action.priority + 1 : 0)}`;

const filter = { text: "", person: "", tag: "", plan: "", open: false };
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const searched = plan.actions.map(() => null);
const textOf = (index) => {
  const action = plan.actions[index];
  searched[index] ??= folded(`${action.title} ${action.notes ?? ""} ${action.place ?? ""} ${action.tags.map((tag) => plan.tags[tag]).join(" ")}`);
  return searched[index];
};
const isShown = (index) => {
  const action = plan.actions[index];
  if (filter.open && isClosed(action)) return false;
  if (filter.plan !== "" && action.plan !== Number(filter.plan)) return false;
  if (filter.tag !== "" && !action.tags.includes(Number(filter.tag))) return false;
  const person = Number(filter.person);
  if (filter.person !== "" && !action.owners.includes(person) && !action.guests.includes(person)) return false;
  return filter.text === "" || textOf(index).includes(folded(filter.text));
};
const nothing = () => el("p", { class: "nothing" }, words.nothing);
