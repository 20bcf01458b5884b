/**
 * Faults: what went wrong with a request of the session, as a code of this page. Pure.
 */

/**
 * - `fault`: `refused`, `not-found`, `rejected`, `unreachable`, `timeout`, `too-many`, `unavailable`,
 *   `malformed`, `redirect`, `signed-out`
 * - `status`: of the answer, 0 if there is none
 *
 * @param {any} error a `SessionError`, or what `fetch` throws
 * @returns {{ fault: string, status: number }}
 */
export function faultOf(error) {
  const { status = 0 } = error;
  return { fault: codeOf(error, status), status };
}

function codeOf(error, status) {
  if (error.code !== "ERR_SESSION_UNAVAILABLE") {
    if (error.code === "ERR_SESSION_REJECTED" && status === 404) return "not-found";
    return FAULTS.get(error.code) ?? "unreachable";
  }
  if (status === 429) return "too-many";
  if (status > 0) return "unavailable";
  // What `fetch` says of hosts that it cannot reach or may not read; a time limit says something else.
  return error.cause instanceof TypeError ? "unreachable" : "timeout";
}

/** The package's codes (docs/session.md) by those of this page. */
const FAULTS = new Map([
  ["ERR_SESSION_REFUSED", "refused"],
  ["ERR_SESSION_REJECTED", "rejected"],
  ["ERR_SESSION_MALFORMED", "malformed"],
  ["ERR_SESSION_REDIRECT", "redirect"],
  ["ERR_SESSION_SIGNED_OUT", "signed-out"],
  ["ERR_SESSION_DISPOSED", "signed-out"],
]);
