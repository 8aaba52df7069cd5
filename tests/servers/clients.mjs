// A calendar as tsdav and ical.js see it.  Usage: clients.mjs read CALENDAR_URL | edit CALENDAR_URL TITLE NEW_TITLE
//
// Who asks stands in $JALON_SERVER_USER and $JALON_SERVER_PASSWORD. `read` prints one JSON array: what each event and
// task says.
import ICAL from "ical.js";
import { fetchCalendarObjects, getBasicAuthHeaders, updateCalendarObject } from "tsdav";

const [command, url, title, newTitle] = process.argv.slice(2);
const headers = getBasicAuthHeaders({
  username: process.env.JALON_SERVER_USER,
  password: process.env.JALON_SERVER_PASSWORD,
});

const component = (text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getFirstSubcomponent("vevent") ?? calendar.getFirstSubcomponent("vtodo");
};

const time = (property) => {
  if (!property) return null;
  const zone = property.getParameter("tzid");
  return property.getFirstValue().toString() + (zone ? " " + zone : "");
};

const fields = (item) => ({
  kind: item.name,
  title: item.getFirstPropertyValue("summary"),
  place: item.getFirstPropertyValue("location"),
  start: time(item.getFirstProperty("dtstart")),
  end: time(item.getFirstProperty("dtend") ?? item.getFirstProperty("due")),
  categories: item.getAllProperties("categories").flatMap((each) => each.getValues()).sort(),
  rule: item.getFirstPropertyValue("rrule")?.toString().split(";").sort().join(";") ?? null,
  alarms: item.getAllSubcomponents("valarm").map((each) => each.getFirstPropertyValue("trigger").toString()),
});

// tsdav asks for events unless it is told otherwise.
const filters = [
  { "comp-filter": { _attributes: { name: "VCALENDAR" }, "comp-filter": { _attributes: { name: "VEVENT" } } } },
  { "comp-filter": { _attributes: { name: "VCALENDAR" }, "comp-filter": { _attributes: { name: "VTODO" } } } },
];
const objects = [];
for (const filter of filters) {
  objects.push(...(await fetchCalendarObjects({ calendar: { url }, filters: [filter], headers })));
}

if (command === "read") {
  console.log(JSON.stringify(objects.map((object) => fields(component(object.data)))));
} else {
  const object = objects.find((each) => component(each.data).getFirstPropertyValue("summary") === title);
  const data = object.data.replace(`SUMMARY:${title}`, `SUMMARY:${newTitle}`);
  const answer = await updateCalendarObject({ calendarObject: { ...object, data }, headers });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}
