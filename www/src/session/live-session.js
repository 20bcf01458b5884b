/**
 * Live session: the package's session with one host, and everything that happens in it.
 *
 * In the memory of this tab only: no storage, and no channel over which another tab could ask for it.
 */

/**
 * - `onRequest`: told of every request when it is over
 * - `onEvent`: told of every event of the session
 * - `fetch`: the host's
 *
 * @param {import("./settings.js").Settings} settings
 * @param {{
 *   createSession: Function,
 *   fetch: typeof fetch,
 *   onRequest: (request: { method: string, path: string, status?: number, seconds: number }) => void,
 *   onEvent: (type: string, detail: any) => void,
 * }} parts
 */
export function startSession(settings, { createSession, fetch, onRequest, onEvent }) {
  const { options, urls } = settings;
  let refreshes = 0;

  const send = async (input, init) => {
    const url = input.url ?? input;
    const method = input.method ?? init?.method ?? "GET";
    if (url === urls.refresh && method === "POST") refreshes++;
    const started = performance.now();
    let response;
    try {
      // No cookie and no address of this page: user name, password and token are all that goes.
      response = await fetch(input, { ...init, ...UNSEEN });
      return response;
    } finally {
      const seconds = (performance.now() - started) / 1000;
      const { pathname } = new URL(url);
      onRequest({ method, path: pathname, ...(response && { status: response.status }), seconds });
    }
  };
  const session = createSession({ ...options, ...ALONE, fetch: send });
  for (const type of EVENTS) {
    session.addEventListener(type, ({ detail }) => onEvent(type, detail));
  }

  return {
    settings,
    session,

    /** @returns {Promise<boolean>} `false`: the last refresh was too short a time ago for another */
    async refresh() {
      const before = refreshes;
      await session.getToken({ force: true });
      return refreshes > before;
    },

    /**
     * GETs `href` with the access token.
     *
     * @param {string} href of the session's own host
     * @returns {Promise<number>} the status; 0 for a redirect, which is not followed: it could lead to
     *   a host that nobody named
     */
    async call(href) {
      const response = await session.fetch(href, { redirect: "manual" });
      void response.body?.cancel();
      return response.status;
    },
  };
}

/** @typedef {ReturnType<typeof startSession>} LiveSession */

const UNSEEN = /** @type {const} */ ({
  credentials: "omit",
  referrerPolicy: "no-referrer",
  cache: "no-store",
});

const ALONE = { name: "inspector", storage: "memory", channel: null, locks: null };

const EVENTS = [
  "signedin",
  "refreshed",
  "expiring",
  "expired",
  "refreshfailed",
  "signedout",
  "skew",
  "clockchange",
  "clock-suspect",
  "reauth-needed",
  "storageerror",
];
