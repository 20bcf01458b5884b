/**
 * Session controls: what can be done with a session that is live, and how its host's clock goes.
 */
import { words } from "../language.js";
import { durationText } from "../time/date-text.js";
import { find, setText } from "./element.js";

/**
 * - `onType`: called when the address to call has changed
 *
 * @param {HTMLElement} root
 * @param {{ onRefresh: () => void, onVerify: () => void, onSignOut: () => void, onCall: () => void, onType: () => void }} handlers
 */
export function createSessionControls(root, handlers) {
  const heading = find(root, "h2");
  const host = find(root, "#session-host");
  const path = find(root, "#call-path");
  const call = find(root, "#call");
  const reason = find(root, "#call-reason");
  const status = find(root, "#session-status");
  const clock = find(root, "#session-clock");
  const acts = ["refresh", "verify", "sign-out"].map((name) => find(root, `#do-${name}`));

  const [refresh, verify, signOut] = acts;
  refresh.addEventListener("click", handlers.onRefresh);
  verify.addEventListener("click", handlers.onVerify);
  signOut.addEventListener("click", handlers.onSignOut);
  call.addEventListener("click", handlers.onCall);
  path.addEventListener("input", handlers.onType);

  return {
    path: () => path.value,

    /** @param {string} [name] of the host; nobody is signed in without one */
    show(name) {
      const comes = root.hidden && name !== undefined;
      root.hidden = name === undefined;
      setText(host, name === undefined ? "" : words("session.signed-in-at", { host: name }));
      if (comes) heading.focus();
    },

    /**
     * @param {ReturnType<typeof import("../session/settings.js").readPath>} read
     * @param {string} name of the host
     */
    showCall(read, name) {
      const isWrong = read.reason !== undefined && read.reason !== "empty";
      path.setAttribute("aria-invalid", String(isWrong));
      call.disabled = read.reason !== undefined;
      setText(call, words("session.call", { host: name }));
      const field = words("session.field.call");
      setText(reason, isWrong ? words(`session.wrong.${read.reason}`, { field }) : "");
    },

    /** @param {import("../../pkg/session.js").Skew | undefined} skew */
    showClock(skew) {
      setText(clock, clockText(skew));
    },

    /**
     * @param {string} text
     * @param {boolean} [isError]
     */
    report(text, isError = false) {
      status.className = isError ? "error" : "";
      setText(status, text);
    },
  };
}

function clockText(skew) {
  if (!skew) return words("session.clock.unknown");
  const { seconds, source, rtt } = skew;
  const milliseconds = Math.round(rtt * 1000);
  const origin = words(`session.source.${source}`, { milliseconds });
  const whole = Math.round(Math.abs(seconds));
  if (whole === 0) return `${words("session.clock.same")} ${origin}`;
  const key = seconds > 0 ? "session.clock.ahead" : "session.clock.behind";
  return `${words(key, { duration: durationText(whole) })} ${origin}`;
}
