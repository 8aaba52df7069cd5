// The page in a real browser: what is seen, filtered, printed and heard, and that it asks nothing of the network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

const require = createRequire(join(process.env.JALON_SOURCE_DIR, "tests/package.json"));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const WIDTHS = [390, 820, 1280];
const THEMES = ["light", "dark"];
const VIEWS = ["months", "timeline", "people", "sections", "states", "attention"];
const SCRIPT_SECONDS = 3; // far above what it takes: the figure itself is told

const folder = mkdtempSync(join(tmpdir(), "jalon-page-"));
let browser;

// The plan has what is hard to lay out, and what a page must never take for its own.
const hardPlan = () => {
  const lines = ["---", "as of: 2018-11-26", "lang: fr", "timezone: America/Toronto", "title: </script><script>alert(1)</script> & «Fin d'année» {{data}}", "---", "# Factures — d'ici le 14 décembre"];
  for (let i = 0; i < 30; i++) lines.push(`- Facturer le client ${i} — au plus tard le 14 décembre @${["Alex", "Zoé", "Marie"][i % 3]} #argent`);
  lines.push(
    "# <img src=x onerror=alert(2)>",
    "- <script>alert(3)</script> — 30 novembre lieu: <b>gras</b> lien: javascript:alert(4)",
    "- Préparer pour chacune des succursales le rapport annuel détaillé des ventes, des retours et des garanties — du 3 au 19 décembre @Marie",
    "- Hexakosioihexekontahexaphobieanticonstitutionnellementvraimentlongmotsansespace — 5 décembre",
    "- Réunion du matin — 6 décembre de 9 h à 11 h @Alex",
    "- Visite — 6 décembre de 10 h à 12 h avec: Alex",
    "- Relancer — au plus tard le 20 novembre @Zoé !!!",
    "- Impossible — lundi 4 décembre 2018",
    "- [x] Réserver la salle — 28 novembre",
    "- [-] Louer un camion — 29 novembre",
    "- Congé — du 22 décembre au 6 janvier",
    "- Déclaration — au plus tard le 30 avril 2019 @Marie",
    "- Un jour peut-être",
  );
  return lines.join("\n") + "\n";
};

const makePage = (name, plan, ...options) => {
  writeFileSync(join(folder, `${name}.md`), plan);
  const html = join(folder, `${name}.html`);
  try {
    execFileSync(process.env.JALON, ["show", `${name}.md`, "--today", "2018-11-26", "--html", html, ...options], { cwd: folder, stdio: "pipe" });
  } catch (error) {
    assert.equal(error.status, 1, String(error.stderr)); // the plan has faults; the page is there
  }
  return `file://${html}`;
};

before(async () => {
  const flags = ["--disable-dev-shm-usage", ...(process.getuid() === 0 ? ["--no-sandbox"] : [])];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = async (url, { width = 1280, theme = "light" } = {}) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, locale: "fr-CA" });
  const page = await context.newPage();
  page.faults = [];
  page.requests = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => page.faults.push(message.text()));
  page.on("dialog", (dialog) => page.faults.push(`dialog ${dialog.message()}`) && dialog.dismiss());
  page.on("request", (request) => page.requests.push(request.url()));
  await page.goto(url);
  return page;
};

const close = async (page) => {
  assert.deepEqual(page.faults, []);
  await page.context().close();
};

test("every view stays in its width, in both themes, and says nothing on the console", async () => {
  const url = makePage("hard", hardPlan());
  for (const width of WIDTHS) {
    for (const theme of THEMES) {
      const page = await opened(url, { width, theme });
      for (const view of VIEWS) {
        await page.evaluate((name) => (location.hash = name), view);
        await page.locator(`nav [data-view=${view}][aria-current]`).waitFor();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${view} at ${width}: ${overflow} pixels too wide`);
        assert.ok((await page.locator("main > *").count()) > 0, view);
      }
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const bright = Math.max(...paper.match(/\d+/g).slice(0, 3).map(Number)) > 127;
      assert.equal(bright, theme === "light");
      await close(page);
    }
  }
});

test("axe finds nothing serious in any view, width and theme", async () => {
  const url = makePage("axe", hardPlan());
  for (const [width, theme] of [[390, "light"], [390, "dark"], [1280, "light"], [1280, "dark"]]) {
    const page = await opened(url, { width, theme });
    for (const view of VIEWS) {
      await page.evaluate((name) => (location.hash = name), view);
      await page.locator(`nav [data-view=${view}][aria-current]`).waitFor();
      const findings = await page.evaluate(async (source) => {
        if (!globalThis.axe) (0, eval)(source);
        const result = await globalThis.axe.run(document);
        return result.violations.map((one) => `${one.impact} ${one.id}: ${one.nodes[0].html} ${one.nodes[0].failureSummary}`);
      }, axeSource);
      assert.deepEqual(findings.filter((one) => /^(serious|critical)/.test(one)), [], `${view} ${width} ${theme}`);
    }
    page.faults = page.faults.filter((fault) => !fault.includes("Content Security Policy")); // that axe itself is put in
    await close(page);
  }
});

test("what comes from the plan is text, and no request leaves the page", async () => {
  const page = await opened(makePage("escaped", hardPlan()));
  assert.match(await page.locator("h1").textContent(), /^<\/script><script>alert\(1\)<\/script> & «Fin d'année» \{\{data\}\}$/);
  assert.equal(await page.locator("main img, main b, header script").count(), 0);
  await page.locator("button.entry", { hasText: "<script>alert(3)" }).click();
  assert.match(await page.locator("dialog").textContent(), /<b>gras<\/b>.*javascript:alert\(4\)/);
  assert.equal(await page.locator("dialog a").count(), 0);
  assert.deepEqual(page.requests.filter((url) => !url.startsWith("file://")), []);
  assert.equal(page.requests.length, 1);
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
        new Image().src = "http://127.0.0.1:9/leak";
      }),
  );
  assert.equal(refused, "img-src");
  page.faults = page.faults.filter((fault) => !fault.includes("Content Security Policy"));
  await close(page);
});

test("thirty deadlines on one day stand behind a button, and in full in what it opens", async () => {
  const page = await opened(makePage("many", hardPlan()));
  const more = page.locator(".more.screen");
  assert.equal(await more.textContent(), "+ 26");
  await more.click();
  assert.match(await page.locator("dialog h2").textContent(), /vendredi 14 décembre 2018/);
  assert.equal(await page.locator("dialog .entry").count(), 31);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.className), "more screen");
  await close(page);
});

test("filters keep what is asked for, in every view", async () => {
  const page = await opened(`${makePage("filters", hardPlan())}#sections`);
  const count = () => page.locator(".item").count();
  const all = await count();
  await page.locator("[data-filter=person]").selectOption({ label: "Zoé" });
  assert.equal(await count(), 11);
  await page.locator("[data-filter=text]").fill("RELANCER");
  assert.equal(await count(), 1);
  await page.locator("[data-filter=text]").fill("");
  await page.locator("[data-filter=person]").selectOption("");
  await page.locator("[data-filter=tag]").selectOption({ label: "argent" });
  assert.equal(await count(), 30);
  await page.locator("[data-filter=tag]").selectOption("");
  await page.locator("[data-filter=open]").check();
  assert.equal(await count(), all - 2);
  assert.match(await page.locator("[role=status]").textContent(), new RegExp(`${all - 2} actions`));
  await page.locator("[data-filter=text]").fill("rien de tel");
  assert.equal(await page.locator(".nothing").count(), 1);
  await close(page);
});

test("what wants attention is told: late, at once, not understood with its line", async () => {
  const page = await opened(`${makePage("attention", hardPlan())}#attention`);
  const text = await page.locator("main").innerText();
  assert.match(text, /En retard[\s\S]*Relancer[\s\S]*en retard de 6 jours/);
  assert.match(text, /Deux choses à la fois[\s\S]*Alex[\s\S]*Réunion du matin[\s\S]*Visite/);
  assert.match(text, /attention\.md, ligne 45[\s\S]*est un mardi, pas un lundi[\s\S]*Impossible — lundi 4 décembre 2018/);
  assert.equal(await page.locator("nav .count").textContent(), "3");
  await close(page);
});

test("the keyboard alone goes everywhere", async () => {
  const page = await opened(makePage("keys", hardPlan()));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("3");
  await page.locator("nav [data-view=people][aria-current]").waitFor();
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.filter), "text");
  await page.keyboard.type("visite");
  await page.locator(".item .title").focus();
  await page.keyboard.press("Enter");
  assert.match(await page.locator("dialog[open] h2").textContent(), /Visite/);
  await close(page);
});

test("the theme can be turned", async () => {
  const page = await opened(makePage("theme", hardPlan()));
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.locator(".theme").click();
  assert.notEqual(await paper(), light);
  await page.locator(".theme").click();
  assert.equal(await paper(), light);
  await close(page);
});

test("months print on one sheet each", async () => {
  const plan = hardPlan();
  const page = await opened(makePage("print", plan), { theme: "dark" });
  const file = join(folder, "print.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true });
  const pages = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  assert.match(pages, /Pages: +4\n/); // November, December, January, April
  assert.match(pages, /Page size: +84\d(\.\d+)? x 59\d/);
  for (const [sheet, month] of ["novembre 2018", "décembre 2018", "janvier 2019", "avril 2019"].entries()) {
    const text = execFileSync("pdftotext", ["-f", `${sheet + 1}`, "-l", `${sheet + 1}`, file, "-"], { encoding: "utf8" });
    assert.ok(text.toLowerCase().includes(month), text);
  }
  await close(page);
});

test("months without anything are one line", async () => {
  const page = await opened(makePage("gaps", "- Appeler — 3 décembre 2018\n- Payer — 3 avril 2019\n"));
  assert.deepEqual(await page.locator("main h2").allTextContents().then((all) => all.map((text) => text.split(/gaps/)[0])), [
    "décembre 2018",
    "janvier 2019 – mars 2019 · rien de prévu",
    "avril 2019",
  ]);
  await close(page);
});

test("a plan of nothing is a page, too", async () => {
  const page = await opened(makePage("empty", "Bonjour,\n"));
  assert.equal(await page.locator(".nothing").count(), 1);
  await close(page);
});

test("without scripts the page is a list", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(makePage("plain", "- Appeler <Alex> — 3 décembre 2018 à 9 h\n"));
  assert.match(await page.locator("noscript").innerHTML(), /lun\. 3 déc\., 9 h – 10 h — Appeler &lt;Alex&gt;/);
  await context.close();
});

test("the page speaks English", async () => {
  const page = await opened(`${makePage("english", "- Call — by December 3, 2018\n", "--lang", "en")}#states`);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.match(await page.locator("main").innerText(), /Later[\s\S]*by Monday 3 December 2018[\s\S]*in 7 days/);
  await close(page);
});

test("five thousand actions open at once", async (context) => {
  const lines = [];
  for (let i = 0; i < 5000; i++) {
    const day = new Date(Date.UTC(2018, 10, 26 + (i % 365))).toISOString().slice(0, 10);
    lines.push(`- ${i % 3 ? "Livrer" : "Payer"} la commande ${i} — ${i % 2 ? "au plus tard le " : ""}${day} @${["Alex", "Zoé", "Marie", "Sofia"][i % 4]} #t${i % 7}`);
  }
  const page = await opened("about:blank");
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  await page.goto(makePage("large", lines.join("\n") + "\n"));
  const seconds = async () => (await client.send("Performance.getMetrics")).metrics.find((one) => one.name === "ScriptDuration").value;
  const first = await seconds();
  assert.ok((await page.locator(".month-of").count()) >= 12);
  await page.evaluate(() => (location.hash = "timeline"));
  await page.locator(".row").first().waitFor();
  context.diagnostic(`script time: ${(first * 1000).toFixed(0)} ms to open, ${((await seconds()) * 1000).toFixed(0)} ms with the timeline`);
  assert.ok(first < SCRIPT_SECONDS, `${first} s`);
  await close(page);
});
