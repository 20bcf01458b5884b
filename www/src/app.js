/**
 * The controller of the inspector: hands what is typed to the parts of the page that show something
 * of it.
 *
 * Components know their own piece of the page and nothing of each other.
 */
import { createChecksPanel } from "./components/checks-panel.js";
import { createComparePanel } from "./components/compare-panel.js";
import { createCopyPanel } from "./components/copy-panel.js";
import { element, setText } from "./components/element.js";
import { createFindingsPanel } from "./components/findings-panel.js";
import { createFoundList } from "./components/found-list.js";
import { createJsonView } from "./components/json-view.js";
import { createKeyInput } from "./components/key-input.js";
import { keyLines, tokenLines } from "./components/messages.js";
import { createModeSwitch } from "./components/mode-switch.js";
import { createPreferencesPanel } from "./components/preferences-panel.js";
import { createSegmentList } from "./components/segment-list.js";
import { createSignPanel } from "./components/sign-panel.js";
import { createTimePanel } from "./components/time-panel.js";
import { createTokenInput } from "./components/token-input.js";
import { createVerdictBar } from "./components/verdict-bar.js";
import { createWatchPanel } from "./components/watch-panel.js";
import { claimOrigin } from "./dictionary/claims.js";
import { memberOrigin } from "./dictionary/header-members.js";
import { findings } from "./findings/findings.js";
import { EXAMPLE_ALGORITHMS, makeExample } from "./keys/examples.js";
import { keyFileText } from "./keys/key-file.js";
import { describeKey } from "./keys/describe-key.js";
import { receiveKeys } from "./keys/handed-keys.js";
import { readKey } from "./keys/read-key.js";
import { words } from "./language.js";
import { takeAddressToken } from "./reading/address-token.js";
import { findTokens } from "./reading/find-tokens.js";
import { memberTexts } from "./reading/json-text.js";
import { MAX_TOKEN_BYTES, readToken } from "./reading/read-token.js";
import { receiveToken } from "./session/handed-token.js";
import { verdictOf } from "./signature/verdict.js";
import { durationText, localText } from "./time/date-text.js";
import { datesOf } from "./time/dates.js";
import { createTicker } from "./time/ticker.js";
import { createWatchList } from "./watching/watch-list.js";
import { Key, decode, encode, inspect } from "./wasm-jwt.js";

/** What is being inspected. */
let text = "";
/** @type {ReturnType<typeof findTokens>} */
let result = { found: [], stripped: [] };
let chosen = 0;
/** @type {import("./reading/read-token.js").Reading | undefined} */
let reading;
/** The members of the header and of the payload as they are written, by name. */
let headerTexts = memberTexts("");
let payloadTexts = memberTexts("");
/** @type {import("./keys/read-key.js").KeyReading} */
let key = { kind: "none" };
/** What the document that fetches key sets handed over, and who published it. */
/** @type {{ jwks: string, host: string } | undefined} */
let handed;

const list = createWatchList();
/** What the entries of the watch list were read as, for comparing them. */
const watchedReadings = new Map();

const preferences = section("language").closest(".preferences");
createPreferencesPanel(/** @type {HTMLElement} */ (preferences), { onLanguage: renderAll });
const modes = createModeSwitch(section("modes"), { onEnter: enterMode });
const verdicts = createVerdictBar(section("verdicts"));
const tokenInput = createTokenInput(section("token-panel"), {
  onChange: read,
  onFile: (bytes) => tokenInput.set(keyFileText(bytes, Key) ?? ""),
  onExample: showExample,
  onWatch: watch,
  onClear: clear,
});
const keyInput = createKeyInput(section("key-panel"), {
  onChange: () => render(),
  onFile(bytes) {
    const file = keyFileText(bytes, Key);
    if (file !== undefined) keyInput.set(file);
    else keyInput.report([{ kind: "error", text: words("token.unreadable-file") }], false);
  },
});
const foundList = createFoundList(section("found"), { onChoose: choose });
const segmentList = createSegmentList(section("segments"), {
  onNested: (token) => tokenInput.set(token),
});
const findingsPanel = createFindingsPanel(section("findings-panel"));
const timePanel = createTimePanel(section("time-panel"));
const headerView = createJsonView(section("header-panel"), {
  prefix: "member",
  originOf: memberOrigin,
});
const claimsView = createJsonView(section("claims-panel"), {
  prefix: "claim",
  originOf: claimOrigin,
});
const checksPanel = createChecksPanel(section("checks-panel"));
const copyPanel = createCopyPanel(section("copy-panel"));
const signPanel = createSignPanel(
  section("sign-mode"),
  { Key, encode, decode },
  {
    algorithms: EXAMPLE_ALGORITHMS,
    onInspect(token) {
      tokenInput.set(token);
      modes.enter("inspect");
    },
  },
);
const watchPanel = createWatchPanel(section("watch-panel"), list, {
  onShow(id) {
    tokenInput.set(watchedReadings.get(id).token);
    modes.enter("inspect");
  },
  onRemove: showWatched,
});
const comparePanel = createComparePanel(section("compare-panel"), {
  readingOf: (id) => watchedReadings.get(id),
});
const tick = createTicker((now) => {
  verdicts.showTime(reading?.claims, now);
  timePanel.tick(now);
  watchPanel.tick(now);
});

section("loading").remove();
const algorithms = section("example-algorithm");
algorithms.append(...EXAMPLE_ALGORITHMS.map((name) => element("option", { value: name }, name)));
renderAll();
tick();
showAddressToken();
// A link to this page that is followed on this page changes the fragment only.
addEventListener("hashchange", showAddressToken);
receiveKeys((keys) => {
  handed = keys;
  keyInput.set(keys.jwks);
});
receiveToken((token) => {
  modes.enter("inspect");
  tokenInput.set(token);
});
performance.mark("wasm-jwt:usable");
// What is slow only the first time, the wasm and the words for dates: better now than with a token.
(globalThis.requestIdleCallback ?? setTimeout)(() => {
  inspect("");
  localText(0);
  durationText(1);
});

function read(typed) {
  text = typed;
  result = findTokens(text);
  choose(0);
}

function choose(index) {
  chosen = index;
  const token = result.found[index]?.token;
  reading = token === undefined ? undefined : readToken(inspect, token);
  headerTexts = memberTexts(reading?.headerText ?? "");
  payloadTexts = memberTexts(reading?.payloadText ?? "");
  render(reading?.report);
}

/**
 * Shows everything about the token and the key as they are now.
 *
 * @param {any} [report] of `inspect` without a key, if it was asked just now
 */
function render(report) {
  const now = Date.now() / 1000;
  const { text: typed, encoding, passphrase } = keyInput.typed();
  key = readKey(typed, encoding);
  const options = { passphrase, maxTokenBytes: MAX_TOKEN_BYTES, report };
  const verdict = reading && verdictOf({ inspect, Key }, reading, key, options);
  const described = describeKey(key, Key, passphrase);

  tokenInput.report(tokenLines(text, result, reading), reading?.claims !== undefined);
  const host = typed === handed?.jwks ? handed.host : undefined;
  keyInput.report(keyLines(described, now, host), key.kind === "pem" && key.isEncrypted === true);
  foundList.show(result, chosen);
  segmentList.show(reading);
  verdicts.showSignature(verdict);
  verdicts.showTime(reading?.claims, now);
  timePanel.show(reading?.claims ? datesOf(reading.claims, payloadTexts) : [], now);
  headerView.show(reading?.headerText, headerTexts, reading?.report.segments[0]?.duplicates);
  claimsView.show(reading?.payloadText, payloadTexts, reading?.report.segments[1]?.duplicates);
  checksPanel.show((verdict?.report ?? reading?.report)?.checks ?? []);
  findingsPanel.show(
    reading &&
      findings(reading, {
        now,
        payloadTexts,
        ...(key.kind === "secret" && { secretBytes: key.secret, secretText: key.typed }),
        ...(described?.rsaBits && { keyBits: described.rsaBits }),
      }),
  );
  copyPanel.show(reading, now);
  renderKeySetsLink();
}

function renderAll() {
  const now = Date.now() / 1000;
  render();
  signPanel.listAlgorithms();
  signPanel.take(reading);
  watchPanel.retell(now);
  showWatched();
}

/** The other document asks nobody either before its button is pressed. */
function renderKeySetsLink() {
  const link = /** @type {HTMLAnchorElement} */ (section("key-sets-link"));
  const { iss } = Object(reading?.claims);
  const isAddress = typeof iss === "string" && /^https?:\/\//.test(iss);
  link.href = isAddress ? `key-sets.html#address=${encodeURIComponent(iss)}` : "key-sets.html";
}

function enterMode(mode) {
  if (mode === "sign") signPanel.take(reading);
}

async function showExample(algorithm) {
  const now = Math.floor(Date.now() / 1000);
  const example = await makeExample(algorithm, { Key, encode, now });
  keyInput.set(example.verifyingKey, example.encoding);
  signPanel.setKey(example.signingKey);
  tokenInput.set(example.token);
}

function watch() {
  if (!reading?.claims) return;
  const id = list.add({ token: reading.token, claims: reading.claims, alg: reading.alg });
  watchedReadings.set(id, reading);
  showWatched();
  tokenInput.report([{ kind: "note", text: words("token.watched") }], true);
}

function showWatched() {
  const now = Date.now() / 1000;
  const entries = list.entries(now);
  const count = entries.length > 0 ? words("mode.watched", { count: entries.length }) : "";
  setText(section("watched-count"), count);
  watchPanel.tick(now);
  comparePanel.show(entries);
}

function showAddressToken() {
  const token = takeAddressToken();
  if (token !== undefined) tokenInput.set(token);
}

function clear() {
  list.clear();
  watchedReadings.clear();
  handed = undefined;
  keyInput.set("");
  tokenInput.set("");
  signPanel.clear();
  showWatched();
}

/** @param {string} id */
function section(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
