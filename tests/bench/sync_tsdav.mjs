// What tsdav does to push, check and edit a calendar, as its manual has it.
// Usage: sync_tsdav.mjs push|check|edit CALENDAR_URL FOLDER [COUNT]
//
// FOLDER holds the bodies, one file each; beside it stands what the last run knows, in FOLDER.json.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createCalendarObject, getBasicAuthHeaders, syncCollection, updateCalendarObject } from "tsdav";

const [command, url, folder, count] = process.argv.slice(2);
const headers = getBasicAuthHeaders({
  username: process.env.JALON_SERVER_USER,
  password: process.env.JALON_SERVER_PASSWORD,
});
const state = `${folder}.json`;
const known = command === "push" ? { token: "", etags: {} } : JSON.parse(readFileSync(state, "utf8"));

const check = (answer) => {
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer;
};

const changes = async () => {
  const answers = await syncCollection({
    url,
    props: { "d:getetag": {} },
    syncLevel: 1,
    syncToken: known.token,
    headers,
  });
  for (const answer of answers) {
    const name = answer.href?.split("/").pop();
    if (name && answer.props?.getetag) known.etags[name] = answer.props.getetag;
  }
  known.token = answers[0]?.raw?.multistatus?.syncToken ?? known.token;
};

if (command === "push") {
  for (const filename of readdirSync(folder)) {
    const iCalString = readFileSync(`${folder}/${filename}`, "utf8");
    check(await createCalendarObject({ calendar: { url }, filename, iCalString, headers }));
  }
}
if (command !== "edit") await changes();
if (command === "edit") {
  await changes();
  for (const filename of readdirSync(folder).slice(0, Number(count))) {
    const data = readFileSync(`${folder}/${filename}`, "utf8").replace(/^SUMMARY:/m, "SUMMARY:Changed ");
    const etag = known.etags[filename];
    check(await updateCalendarObject({ calendarObject: { url: url + filename, data, etag }, headers }));
  }
}
writeFileSync(state, JSON.stringify(known));
