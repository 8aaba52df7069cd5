// A timeline: an action a row, from its start until it is due or over.
const rangeOf = (indexes) => {
  let first = plan.today;
  let last = plan.today;
  for (const index of indexes) {
    for (const instance of ofAction[index]) {
      first = Math.min(first, instance.first);
      last = Math.max(last, instance.last);
    }
  }
  return { first, length: last - first + 1 };
};

const percent = (days, range) => `${((days / range.length) * 100).toFixed(3)}%`;

const scaleNode = (range) => {
  const ticks = el("div", { class: "ticks" });
  const begin = dateOf(range.first);
  const months = Math.ceil(range.length / 28);
  const step = Math.max(1, Math.ceil(months / 12));
  const end = range.first + range.length;
  for (let i = 0; i <= months; i += step) {
    const day = Math.max(dayOf(begin.year, begin.month + i, 1), range.first);
    if (day >= end) break;
    const next = Math.min(dayOf(begin.year, begin.month + i + step, 1), end);
    const date = dateOf(day);
    const tick = el("span", { class: "tick" }, i === 0 || date.month === 0 ? `${plan.shortMonths[date.month]} ${date.year}` : plan.shortMonths[date.month]);
    tick.style.left = percent(day - range.first, range);
    tick.style.width = percent(next - day, range);
    ticks.append(tick);
  }
  return el("div", { class: "scale", "aria-hidden": "true" }, el("span", {}), ticks);
};

const markNode = (instance, action, range) => {
  const point = instance.first === instance.last;
  const mark = el("span", { class: `mark ${hueClass(action)}${isDue(action) ? " due" : ""}${point ? " point" : ""}${stateClass(action, instance.standing)}` });
  mark.style.left = `min(${percent(instance.first - range.first, range)}, 100% - .6rem)`;
  if (!point) mark.style.width = percent(instance.last - instance.first + 1, range);
  return mark;
};

const timelineRow = (index, range) => {
  const action = plan.actions[index];
  const late = lateInstance(index);
  const track = el("div", { class: "track", "aria-hidden": "true" });
  const now = el("span", { class: "now" });
  now.style.left = percent(plan.today - range.first, range);
  track.append(now, ...ofAction[index].map((instance) => markNode(instance, action, range)));
  const spoken = `${titleOf(action)} · ${action.when}`;
  const label = el("button", { type: "button", class: `label${late ? " late" : isClosed(action) ? " closed" : ""}`, "data-action": index, "aria-label": spoken, title: spoken }, titleOf(action));
  return el("li", { class: "row" }, label, track);
};

const showTimeline = () => {
  const dated = plan.actions.map((action, index) => index).filter((index) => ofAction[index].length > 0 && isShown(index));
  if (dated.length === 0) return [nothing()];
  const range = rangeOf(dated);
  const chart = el("div", { class: "timeline" }, scaleNode(range));
  for (const [name, indexes] of groupsBy(dated, (action) => [sectionName(action)])) {
    indexes.sort((a, b) => ofAction[a][0].first - ofAction[b][0].first || a - b);
    if (name !== "") chart.append(el("h3", {}, name));
    chart.append(el("ul", {}, ...indexes.map((index) => timelineRow(index, range))));
  }
  return [el("h2", { class: "sr" }, words.timeline), chart];
};
