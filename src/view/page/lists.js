// Lists: by owner, by section, by state, and what wants attention.
const sectionName = (action) => {
  const section = action.section === null ? "" : plan.sections[action.section];
  if (plan.plans.length < 2) return section;
  return section === "" ? plan.plans[action.plan] : `${plan.plans[action.plan]} · ${section}`;
};

const groupsBy = (indexes, namesOf) => {
  const groups = new Map();
  for (const index of indexes) {
    for (const name of namesOf(plan.actions[index], index)) {
      if (groups.has(name)) groups.get(name).push(index);
      else groups.set(name, [index]);
    }
  }
  return groups;
};

const personNode = (person) => el("span", { class: `who h${plan.plans.length > 1 ? 0 : person % 8}` }, plan.people[person]);

const metaNode = (index) => {
  const action = plan.actions[index];
  const due = isDue(action) && !isClosed(action) ? (lateInstance(index) ?? nextInstance(index)) : null;
  const parts = [
    due ? el("span", { class: "left" }, daysLeft(due.last)) : null,
    ...action.owners.map(personNode),
    ...action.tags.map((tag) => el("span", {}, `#${plan.tags[tag]}`)),
    action.place ? el("span", {}, action.place) : null,
    plan.plans.length > 1 ? el("span", {}, plan.plans[action.plan]) : null,
  ].filter(Boolean);
  return parts.length > 0 ? el("div", { class: "meta" }, ...parts) : null;
};

const itemNode = (index) => {
  const action = plan.actions[index];
  const late = lateInstance(index) !== null;
  const title = el("button", { type: "button", class: "title", "data-action": index }, titleOf(action));
  return el(
    "li",
    { class: `item${late ? " late" : isClosed(action) ? " closed" : ""}` },
    el("div", { class: "when" }, action.when || words.noDate),
    el("div", { class: "what" }, title, metaNode(index)),
  );
};

const byDate = (a, b) => {
  const day = (index) => lateInstance(index)?.last ?? nextInstance(index)?.last ?? Infinity;
  const [first, second] = [day(a), day(b)];
  return first === second ? a - b : first < second ? -1 : 1;
};

const groupNode = (name, indexes, bad) =>
  el(
    "section",
    { class: `group${bad ? " bad" : ""}` },
    el("h2", {}, name, el("small", {}, counted(words.actions, indexes.length))),
    el("ul", { class: "items" }, ...indexes.map(itemNode)),
  );

const shownActions = () => plan.actions.map((action, index) => index).filter(isShown);
const nodesOf = (groups) => {
  const nodes = [...groups].map(([name, indexes]) => groupNode(name, indexes.sort(byDate), false));
  return nodes.length > 0 ? nodes : [nothing()];
};

const showPeople = () => {
  const groups = groupsBy(shownActions(), (action) => (action.owners.length > 0 ? action.owners.map((owner) => plan.people[owner]) : [""]));
  const nobody = groups.get("");
  groups.delete("");
  const sorted = new Map([...groups].sort((a, b) => a[0].localeCompare(b[0], plan.language)));
  if (nobody) sorted.set(words.nobody, nobody);
  return nodesOf(sorted);
};

const showSections = () => nodesOf(groupsBy(shownActions(), (action) => [sectionName(action) || words.noSection]));

const stateOf = (action, index) => {
  if (action.status === 2) return words.done;
  if (action.status === 3) return words.cancelled;
  if (lateInstance(index)) return words.overdue;
  if (ofAction[index].length === 0) return words.noDate;
  const next = nextInstance(index);
  if (next.last < plan.today) return words.past;
  return next.first <= plan.today - dateOf(plan.today).weekday + 6 ? words.thisWeek : words.later;
};

const showStates = () => {
  const groups = groupsBy(shownActions(), (action, index) => [stateOf(action, index)]);
  const order = [words.overdue, words.thisWeek, words.later, words.noDate, words.done, words.past, words.cancelled];
  return nodesOf(new Map(order.filter((name) => groups.has(name)).map((name) => [name, groups.get(name)])));
};

const conflictNode = (conflict) => {
  const side = ([action, time]) => el("div", {}, el("button", { type: "button", class: "title", "data-action": action }, plan.actions[action].title), ` ${time}`);
  return el(
    "li",
    { class: "item" },
    el("div", { class: "when" }, shortDay(conflict.day)),
    el("div", { class: "what" }, el("div", { class: "meta" }, conflict.person), side(conflict.first), side(conflict.second)),
  );
};

const problemNode = (problem) =>
  el(
    "li",
    { class: "item problem" },
    el("div", { class: "when" }, say(words.lineOf, problem.file, problem.line)),
    el("div", { class: "what" }, problem.message, problem.text ? el("code", {}, problem.text) : null, problem.mend ? el("div", { class: "meta" }, problem.mend) : null),
  );

const listNode = (name, nodes, bad) =>
  nodes.length > 0 ? el("section", { class: `group${bad ? " bad" : ""}` }, el("h2", {}, name, el("small", {}, String(nodes.length))), el("ul", { class: "items" }, ...nodes)) : null;

const isLate = (index) => lateInstance(index) !== null;
const isConflictShown = (conflict) => isShown(conflict.first[0]) || isShown(conflict.second[0]);

const showAttention = () => {
  const late = shownActions().filter(isLate).sort(byDate);
  const nodes = [
    late.length > 0 ? groupNode(words.overdue, late, true) : null,
    listNode(words.conflicts, plan.conflicts.filter(isConflictShown).map(conflictNode), true),
    listNode(words.notUnderstood, plan.problems.map(problemNode), true),
  ].filter(Boolean);
  return nodes.length > 0 ? nodes : [el("p", { class: "nothing" }, words.allWell)];
};
