// Which offsets ical.js reads in the VTIMEZONEs of a calendar.  Usage: node icaljs_zones.mjs CALENDAR TIMES
// TIMES: JSON, for each TZID a list of local times (ISO 8601). Prints the same with the offset at each, in seconds.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [calendarPath, timesPath] = process.argv.slice(2);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(calendarPath, "utf8")));
const times = JSON.parse(readFileSync(timesPath, "utf8"));
for (const component of calendar.getAllSubcomponents("vtimezone")) {
  const zone = new ICAL.Timezone(component);
  times[zone.tzid] = times[zone.tzid].map((text) => zone.utcOffset(ICAL.Time.fromString(text)));
}
console.log(JSON.stringify(times));
