/**
 * App: all of the frontend. The session keeps the tokens; nothing here ever holds one.
 */
// With a bundler: from "wasm-jwt/session".
import { createSession } from "./wasm-jwt/session.js";
import { log } from "./event-log.mjs";

// In IndexedDB it survives a reload. The default, "memory", leaves nothing behind on this computer.
const session = createSession({ baseUrl: "/", storage: "indexedDB" });
log(session);

const find = (selector) => document.querySelector(selector);
const notice = find("#notice");

find("#sign-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  await attempt(() => session.signIn(Object.fromEntries(new FormData(form))));
  form.elements.password.value = "";
});

onClick("#call", async () => {
  // With a token that is in force: a refresh comes first if need be.
  const response = await session.fetch("api/me/");
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return `You are ${(await response.json()).username}.`;
});
// Nothing needs this. It lets you see that another tab hears of it.
onClick("#refresh", () => session.getToken({ force: true }).then(() => ""));
onClick("#sign-out", () => session.signOut());

session.subscribe(({ status, reason }) => {
  find("#sign-in").hidden = status !== "signed-out";
  find("#signed-in").hidden = status !== "signed-in";
  if (status === "signed-out" && reason) notice.textContent = REASONS[reason];
});

// By the server's clock, which this one may differ from.
setInterval(() => {
  const { exp } = session.getSnapshot();
  if (exp) find("#countdown").textContent = `${Math.max(Math.ceil(exp - session.now()), 0)} s`;
}, 200);

function onClick(selector, work) {
  find(selector).addEventListener("click", () => attempt(work));
}

/** Shows what `work` says, or why it failed. */
async function attempt(work) {
  notice.textContent = "";
  try {
    notice.textContent = (await work()) ?? notice.textContent;
  } catch (error) {
    notice.textContent = MESSAGES[error.code] ?? error.code ?? error.message;
  }
}

// Codes are stable; what the server says in words is translated, and not for users.
const MESSAGES = {
  ERR_SESSION_REFUSED: "No such user, or another password.",
  ERR_SESSION_UNAVAILABLE: "The server does not answer. Try again in a while.",
  ERR_SESSION_SIGNED_OUT: "You are signed out.",
};

const REASONS = {
  "signed-out": "You are signed out.",
  elsewhere: "You are signed out: in another tab.",
  refused: "You are signed out: the server has ended the session.",
  expired: "You are signed out: the session is over.",
};
