// What ical.js reads in calendars, as JSON in the form that readings.py describes.  Usage: node icaljs_reader.mjs FILE…
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const mostInstances = 60;
const pad = (number, width) => String(number).padStart(width, "0");

function timeText(time) {
  const day = `${pad(time.year, 4)}-${pad(time.month, 2)}-${pad(time.day, 2)}`;
  return time.isDate ? day : `${day}T${pad(time.hour, 2)}:${pad(time.minute, 2)}:${pad(time.second, 2)}`;
}

function moment(component, name) {
  const property = component.getFirstProperty(name);
  if (!property) return null;
  const time = property.getFirstValue();
  const utc = time.zone === ICAL.Timezone.utcTimezone;
  const result = { value: timeText(time), zone: utc ? "UTC" : property.getParameter("tzid") ?? "" };
  if (!time.isDate) result.utc = timeText(time.convertToZone(ICAL.Timezone.utcTimezone)) + "Z";
  return result;
}

function instances(component) {
  const rule = component.getFirstPropertyValue("rrule");
  if (!rule) return null;
  const excepted = new Set(component.getAllProperties("exdate").flatMap((p) => p.getValues()).map(timeText));
  const iterator = rule.iterator(component.getFirstPropertyValue("dtstart"));
  const found = [];
  for (let next = iterator.next(); next && found.length < mostInstances; next = iterator.next()) {
    if (!excepted.has(timeText(next))) found.push(timeText(next));
  }
  return found;
}

function alarm(component) {
  const trigger = component.getFirstProperty("trigger");
  return {
    related: trigger.getParameter("related") ?? "START",
    seconds: trigger.getFirstValue().toSeconds(),
    description: component.getFirstPropertyValue("description"),
  };
}

function reading(component) {
  const text = (name) => String(component.getFirstPropertyValue(name) ?? "");
  return {
    kind: component.name.toUpperCase(),
    uid: text("uid"),
    summary: text("summary"),
    description: text("description"),
    location: text("location"),
    url: text("url"),
    categories: component.getAllProperties("categories").flatMap((p) => p.getValues()),
    priority: text("priority"),
    percent: text("percent-complete"),
    status: text("status"),
    transp: text("transp"),
    sequence: text("sequence"),
    stamp: moment(component, "dtstamp"),
    completed: moment(component, "completed"),
    start: moment(component, "dtstart"),
    end: moment(component, "dtend"),
    due: moment(component, "due"),
    relations: component.getAllProperties("related-to").map((p) => [p.getParameter("reltype"), p.getFirstValue()]),
    alarms: component.getAllSubcomponents("valarm").map(alarm),
    instances: instances(component),
  };
}

function readings(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents().filter((c) => c.name !== "vtimezone").map(reading);
}

console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((path) => [path, readings(path)]))));
