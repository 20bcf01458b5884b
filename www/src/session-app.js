/**
 * The controller of the document that keeps a session with a backend: what is typed, who is asked, and
 * everything that happens. Nothing is sent before a button is pressed that names the host; the session
 * then renews its tokens by itself, at the same host, until somebody signs out.
 */
import { find } from "./components/element.js";
import { createEventLog } from "./components/event-log.js";
import { createPreferencesPanel } from "./components/preferences-panel.js";
import { createSessionControls } from "./components/session-controls.js";
import { createSessionForm } from "./components/session-form.js";
import { createSessionToken } from "./components/session-token.js";
import { words } from "./language.js";
import { createSession } from "./package-session.js";
import { memberTexts } from "./reading/json-text.js";
import { readToken } from "./reading/read-token.js";
import { faultOf } from "./session/faults.js";
import { handTokenOver } from "./session/handed-token.js";
import { startSession } from "./session/live-session.js";
import { eventEntry, requestEntry, verifyEntry } from "./session/log-entry.js";
import { readPath, readSettings } from "./session/settings.js";
import { createTicker } from "./time/ticker.js";
import { inspect } from "./wasm-jwt.js";

/** @type {ReturnType<typeof readSettings>} */
let read = { field: "base", reason: "empty" };
/** @type {import("./session/live-session.js").LiveSession | undefined} */
let live;
/** Whether somebody is being signed in. */
let isBusy = false;
/** What there is to say, to be said again in another language: the code of its words, and more. */
/** @type {{ key: string, parameters?: object, isError?: boolean, isCors?: boolean } | undefined} */
let message;

createPreferencesPanel(find(document, ".preferences"), { onLanguage: retell });
const form = createSessionForm(find(document, "#sign-in-panel"), {
  onType() {
    read = readSettings(form.typed());
    message = undefined;
    render();
  },
  onSignIn: () => void signIn(),
});
const controls = createSessionControls(find(document, "#session-panel"), {
  onRefresh: () => act(refresh),
  onVerify: () => act(verify),
  onSignOut: () => act(signOut),
  onCall: () => act(call),
  onType: render,
});
const handlers = {
  onHandOver: handTokenOver,
  onDone(text) {
    message = undefined;
    controls.report(text);
  },
};
const pair = find(document, "#pair");
const accessToken = createSessionToken(find(document, "#access-panel"), handlers);
const refreshToken = createSessionToken(find(document, "#refresh-panel"), handlers);
const log = createEventLog(find(document, "#log-panel"));
const tick = createTicker((now) => {
  // The server's clock is what counts for its tokens.
  const theirs = live?.session.now() ?? now;
  accessToken.tick(theirs);
  refreshToken.tick(theirs);
});

find(document, "#loading").remove();
read = readSettings(form.typed());
render();
tick();

async function signIn() {
  if (read.field !== undefined || isBusy) return;
  const { settings } = read;
  const { host } = settings;
  isBusy = true;
  say({ key: "session.signing-in", parameters: { host } });
  const parts = { createSession, fetch: send, onRequest: logRequest, onEvent: hear };
  live = startSession(settings, parts);
  try {
    await live.session.signIn(form.credentials());
    form.forgetPassword();
    message = undefined;
  } catch (error) {
    end();
    const { fault, status } = faultOf(error);
    if (fault === "refused") form.forgetPassword();
    sayFault(fault === "refused" ? "password" : fault, status, host);
  }
  isBusy = false;
  renderTokens();
}

/** Does what a button says, and says what came of it. */
async function act(work) {
  const { host } = live?.settings ?? {};
  try {
    await work(live);
  } catch (error) {
    // The end of the session has its own words.
    const { fault, status } = faultOf(error);
    if (live) sayFault(fault, status, host);
  }
}

async function refresh({ refresh, settings }) {
  say({ key: "session.asking", parameters: { host: settings.host } });
  const key = (await refresh()) ? "session.refreshed" : "session.too-soon";
  if (live) say({ key });
}

async function verify({ session, settings }) {
  const parameters = { host: settings.host };
  say({ key: "session.asking", parameters });
  const isTaken = await session.verify();
  log.add(verifyEntry(isTaken, Date.now() / 1000));
  if (live) say({ key: isTaken ? "session.verified" : "session.not-verified", parameters });
}

async function call({ call, settings }) {
  const { href, reason } = readPath(controls.path(), settings.base);
  if (reason !== undefined) return;
  const parameters = { host: settings.host };
  say({ key: "session.asking", parameters });
  const status = await call(href);
  const key = status === 0 ? "session.call-redirect" : "session.called";
  if (live)
    say({ key, parameters: { ...parameters, status }, isError: status >= 400 || status === 0 });
}

async function signOut({ session }) {
  form.forgetUser();
  // Tells of its end at once, and then the server.
  await session.signOut();
}

function hear(type, detail) {
  log.add(eventEntry(type, detail, Date.now() / 1000));
  if (type === "signedout") {
    const { host, options } = live?.settings ?? {};
    end();
    const isAsked = detail.reason === "signed-out";
    const how = isAsked && options?.mode === "sliding" ? "sliding" : detail.reason;
    message = { key: `session.ended.${how}`, parameters: { host }, isError: !isAsked };
  }
  if (CHANGES.includes(type)) renderTokens();
  else render();
}

/** Ends the session here. What it still has to tell the server goes on. */
function end() {
  live?.session.dispose();
  live = undefined;
}

function logRequest(request) {
  log.add(requestEntry(request, Date.now() / 1000));
}

function say(next) {
  message = next;
  render();
}

function sayFault(fault, status, host) {
  const isCors = fault === "unreachable";
  say({ key: `session.fault.${fault}`, parameters: { host, status }, isError: true, isCors });
}

function render() {
  const tokens = live?.session.tokens;
  const text = message ? words(message.key, message.parameters) : "";
  const isLive = live !== undefined && tokens !== undefined;
  controls.show(isLive ? live?.settings.host : undefined);
  form.show(!isLive);
  pair.hidden = !isLive;
  form.showSettings(read, isBusy);
  form.report(isLive ? "" : text, message);
  controls.report(isLive ? text : "", message?.isError);
  if (!live) return;
  const { base, host } = live.settings;
  controls.showCall(readPath(controls.path(), base), host);
  controls.showClock(live.session.skew);
}

/** Shows the tokens, too: made anew, since that undoes what is selected in them. */
function renderTokens() {
  render();
  const { access, refresh } = live?.session.tokens ?? {};
  const isSliding = live?.settings.options.mode === "sliding";
  accessToken.show(tokenOf(isSliding ? "sliding" : "access", access));
  refreshToken.show(tokenOf("refresh", refresh));
  tick();
}

function tokenOf(kind, token) {
  if (token === undefined) return undefined;
  const reading = readToken(inspect, token);
  return { kind, reading, texts: memberTexts(reading.payloadText ?? "") };
}

function retell() {
  renderTokens();
  log.retell();
}

/** As a function of no object: the host's own refuses to be a method of something else. */
function send(input, init) {
  return fetch(input, init);
}

/** The events after which the tokens are other ones. */
const CHANGES = ["signedin", "refreshed", "signedout"];
