// Month grids: what takes several days is a bar across them, the rest stands in its day.
const SCREEN_LINES = 6; // titles a day on a screen; what is more stands behind a button
const PAPER_LINES = 40; // titles under each other on one sheet

const shortTime = (instance) => (plan.actions[instance.action].kind === "event" && plan.actions[instance.action].timed ? instance.time.split(/ – |–/)[0] : "");

// Begins with what is seen, so that what is said aloud finds it.
const spokenEntry = (instance) => {
  const action = plan.actions[instance.action];
  const parts = [`${shortTime(instance)} ${titleOf(action)}`.trim(), instance.time, action.owners.map((owner) => plan.people[owner]).join(", ")];
  if (instance.standing === STANDING.late) parts.push(daysLeft(instance.last));
  return parts.filter(Boolean).join(" · ");
};

const entryButton = (instance, extraClass) => {
  const action = plan.actions[instance.action];
  const time = shortTime(instance);
  const spoken = spokenEntry(instance);
  return el(
    "button",
    { type: "button", class: `entry ${hueClass(action)}${isDue(action) ? " due" : ""}${stateClass(action, instance.standing)}${extraClass}`, "data-action": instance.action, "aria-label": spoken, title: spoken },
    ...(time ? [el("span", { class: "time" }, time), " "] : []),
    titleOf(action),
  );
};

// Which line of a week each bar takes, so that no two cross.
const laneOf = (bars, from, to) => {
  const lanes = [];
  for (const bar of bars) {
    let lane = lanes.findIndex((end) => end < Math.max(bar.first, from));
    if (lane < 0) lane = lanes.push(0) - 1;
    lanes[lane] = Math.min(bar.last, to);
    bar.lane = lane;
  }
};

// A day's lines from top to bottom: bars, the room that others leave, then its own entries.
const linesOf = (day, week) => {
  const lines = [];
  for (const bar of week.bars) {
    if (bar.first <= day && bar.last >= day) lines[bar.lane] = { bar, begins: day === Math.max(bar.first, week.from) };
  }
  for (let lane = 0; lane < lines.length; lane++) lines[lane] ??= {};
  return lines.concat((week.single.get(day) ?? []).map((instance) => ({ instance })));
};

const lineNode = (line, week, extra) => {
  if (line.instance) return entryButton(line.instance, extra);
  if (!line.begins) return el("div", { class: `slot${extra}` });
  const days = Math.min(line.bar.last, week.to) - Math.max(line.bar.first, week.from) + 1;
  return entryButton(line.bar.instance, `${days > 1 ? ` bar${days}` : ""}${extra}`);
};

const moreButton = (day, count, kind) =>
  count > 0 ? el("button", { type: "button", class: `more ${kind}`, "data-day": day, "aria-label": say(words.moreOn, count, longDay(day)) }, `+ ${count}`) : null;

const dayCell = (day, week, paperLines) => {
  const lines = linesOf(day, week);
  const date = dateOf(day);
  const today = day === plan.today;
  const own = lines.filter((line) => line.instance || line.begins).length;
  const cell = el("td", { role: "cell", class: `${own === 0 ? "empty" : ""}${today ? " today" : ""}${date.weekday > 4 ? " weekend" : ""}` });
  const name = el("span", { class: "name" }, plan.weekdays[date.weekday]);
  const number = el("span", { class: "number" }, String(date.number));
  cell.append(el("time", { class: "day", datetime: isoDay(day) }, name, number, today ? el("span", { class: "sr" }, words.today) : null));
  const onScreen = lines.length <= SCREEN_LINES ? lines.length : SCREEN_LINES - 1;
  lines.slice(0, Math.max(onScreen, paperLines)).forEach((line, i) => {
    cell.append(lineNode(line, week, (i >= onScreen ? " extra" : "") + (i >= paperLines ? " hide-on-paper" : "")));
  });
  const hidden = (from) => lines.slice(from).filter((line) => line.instance || line.begins).length;
  const buttons = [moreButton(day, hidden(onScreen), "screen"), moreButton(day, hidden(paperLines), "paper")];
  cell.append(...buttons.filter(Boolean));
  return cell;
};

// How many lines each day may have on paper, so that the month stays on its sheet.
const paperLinesOf = (heights) => {
  let most = Math.max(1, ...heights);
  const total = () => heights.reduce((sum, height) => sum + Math.max(1, Math.min(height, most)), 0);
  while (most > 1 && total() > PAPER_LINES) most--;
  return most;
};

const weeksOf = (year, month, own) => {
  const first = dayOf(year, month, 1);
  const last = dayOf(year, month + 1, 1) - 1;
  const weeks = [];
  for (let monday = first - dateOf(first).weekday; monday <= last; monday += 7) {
    const week = { monday, from: Math.max(monday, first), to: Math.min(monday + 6, last), bars: [], single: own.single };
    week.bars = own.bars.filter((bar) => bar.first <= week.to && bar.last >= week.from).map((instance) => ({ first: instance.first, last: instance.last, instance }));
    laneOf(week.bars, week.from, week.to);
    weeks.push(week);
  }
  return weeks;
};

const monthNode = (year, month, own) => {
  const weeks = weeksOf(year, month, own);
  const heights = weeks.map((week) => {
    let height = 0;
    for (let day = week.from; day <= week.to; day++) height = Math.max(height, linesOf(day, week).length);
    return height;
  });
  const paperLines = paperLinesOf(heights);
  const body = el("tbody", { role: "rowgroup" });
  for (const week of weeks) {
    const row = el("tr", { role: "row" });
    for (let day = week.monday; day < week.monday + 7; day++) {
      row.append(day < week.from || day > week.to ? el("td", { role: "cell", class: "other empty" }) : dayCell(day, week, paperLines));
    }
    body.append(row);
  }
  const name = `${plan.months[month]} ${year}`;
  const head = el("tr", { role: "row" }, ...plan.weekdays.map((day, i) => el("th", { role: "columnheader", scope: "col", "aria-label": plan.longWeekdays[i] }, day)));
  const table = el("table", { role: "table", class: "month", "aria-label": name }, el("thead", { role: "rowgroup" }, head), body);
  return el("section", { class: "month-of" }, el("h2", {}, name, el("small", { class: "plan-title" }, plan.title)), table);
};

const gapNode = (from, to) => {
  const name = (index) => `${plan.months[index % 12]} ${Math.floor(index / 12)}`;
  const span = from === to ? name(from) : `${name(from)} – ${name(to)}`;
  return el("section", { class: "gap" }, el("h2", {}, `${span} · ${words.nothingThen}`));
};

// What each month holds: entries by day, and bars.
const byMonth = () => {
  const months = new Map();
  const of = (index) => {
    if (!months.has(index)) months.set(index, { single: new Map(), bars: [] });
    return months.get(index);
  };
  for (const instance of instances) {
    if (!isShown(instance.action)) continue;
    const first = isDue(plan.actions[instance.action]) ? instance.last : instance.first;
    const begin = dateOf(first);
    if (first === instance.last) {
      const single = of(begin.year * 12 + begin.month).single;
      if (single.has(first)) single.get(first).push(instance);
      else single.set(first, [instance]);
      continue;
    }
    const end = dateOf(instance.last);
    for (let index = begin.year * 12 + begin.month; index <= end.year * 12 + end.month; index++) of(index).bars.push(instance);
  }
  return months;
};

const showMonths = () => {
  const months = byMonth();
  const indexes = [...months.keys()].sort((a, b) => a - b);
  const nodes = [];
  indexes.forEach((index, i) => {
    if (i > 0 && indexes[i - 1] + 1 < index) nodes.push(gapNode(indexes[i - 1] + 1, index - 1));
    nodes.push(monthNode(Math.floor(index / 12), index % 12, months.get(index)));
  });
  return nodes.length > 0 ? nodes : [nothing()];
};
