/**
 * Session form: the backend, who signs in there, and the button that names the host.
 */
import { words } from "../language.js";
import { PATHS } from "../session/settings.js";
import { find, setText } from "./element.js";

/**
 * - `onType`: called whenever something of the backend has changed
 * - `onSignIn`: called when the button is pressed
 *
 * @param {HTMLElement} root
 * @param {{ onType: () => void, onSignIn: () => void }} handlers
 */
export function createSessionForm(root, { onType, onSignIn }) {
  const form = find(root, "form");
  const heading = find(root, "h2");
  const paths = find(root, "#session-paths");
  const username = find(root, "#username");
  const password = find(root, "#password");
  const signIn = find(root, "#sign-in");
  const reason = find(root, "#sign-in-reason");
  const goes = find(root, "#sign-in-goes");
  const status = find(root, "#sign-in-status");
  const cors = find(root, "#cors");
  /** @type {Map<string, any>} */
  const fields = new Map(FIELDS.map((name) => [name, find(root, `#session-${name}`)]));

  for (const [name, path] of Object.entries(PATHS)) fields.get(name).value = path;
  for (const field of fields.values()) field.addEventListener("input", onType);
  signIn.addEventListener("click", onSignIn);
  // Enter in a field asks nobody: only the button does, which says whom.
  form.addEventListener("submit", (event) => event.preventDefault());
  find(root, "#cors-settings").textContent = corsSettings(location.origin);

  return {
    typed: () => Object.fromEntries([...fields].map(([name, field]) => [name, field.value])),

    credentials: () => ({ username: username.value, password: password.value }),

    forgetPassword() {
      password.value = "";
    },

    forgetUser() {
      username.value = "";
      password.value = "";
    },

    /**
     * @param {ReturnType<typeof import("../session/settings.js").readSettings>} read
     * @param {boolean} isBusy
     */
    showSettings(read, isBusy) {
      const isRefused = read.field !== undefined;
      const isWrong = isRefused && !(read.field === "base" && read.reason === "empty");
      for (const [name, field] of fields) {
        field.setAttribute("aria-invalid", String(isWrong && name === read.field));
      }
      // A mistake must not be in a place that is folded up.
      if (isRefused && read.field in PATHS) paths.open = true;
      signIn.disabled = isRefused || isBusy;
      reason.className = isWrong ? "note error" : "note";
      if (isRefused) {
        setText(signIn, words("session.sign-in-nowhere"));
        setText(reason, words(`session.wrong.${read.reason}`, { field: nameOf(read.field) }));
        setText(goes, "");
      } else {
        const { host, urls } = read.settings;
        setText(signIn, words("session.sign-in", { host }));
        setText(reason, "");
        setText(goes, words("session.goes", { address: urls.obtain }));
      }
    },

    /**
     * - `isCors`: whether what a server has to allow could be the reason
     *
     * @param {string} text
     * @param {{ isError?: boolean, isCors?: boolean }} [kind]
     */
    report(text, { isError = false, isCors = false } = {}) {
      status.className = isError ? "error" : "";
      setText(status, text);
      if (isCors) cors.open = true;
    },

    /** @param {boolean} isShown */
    show(isShown) {
      const comes = root.hidden && isShown;
      root.hidden = !isShown;
      // What had the focus is gone with the session.
      const { activeElement } = document;
      const isLost = activeElement === document.body || activeElement?.closest("[hidden]");
      if (comes && isLost) heading.focus();
    },
  };
}

function nameOf(field) {
  return words(`session.field.${field}`);
}

/** What django-cors-headers is told in the settings of Django. */
function corsSettings(origin) {
  return [
    `CORS_ALLOWED_ORIGINS = ["${origin}"]`,
    'CORS_EXPOSE_HEADERS = ["Date", "Retry-After", "WWW-Authenticate"]',
  ].join("\n");
}

const FIELDS = ["base", ...Object.keys(PATHS), "mode", "scheme"];
