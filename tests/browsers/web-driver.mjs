/**
 * WebDriver: the W3C's protocol over HTTP, as much of it as the tests use.
 *
 * https://www.w3.org/TR/webdriver2/
 */
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Resolves as soon as the driver at `address` answers. */
export async function ready(address, seconds) {
  const until = performance.now() + seconds * 1_000;
  for (;;) {
    try {
      return await call(address, "GET", "/status");
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(25);
    }
  }
}

/** Starts a browser, as a session of the driver at `address`. */
export async function startSession(address) {
  const { sessionId, capabilities } = await call(address, "POST", "/session", {
    capabilities: {},
  });
  const post = (path, body = {}) => call(address, "POST", `/session/${sessionId}${path}`, body);
  const find = async (selector) => {
    const found = await post("/element", { using: "css selector", value: selector });
    return `/element/${found[ELEMENT]}`;
  };
  return {
    version: capabilities.browserVersion,
    goto: (url) => post("/url", { url }),
    reload: () => post("/refresh"),
    /** What the body of a function returns, or what becomes of the promise that it returns. */
    execute: (script, args = []) => post("/execute/sync", { script, args }),
    limitScripts: (seconds) => post("/timeouts", { script: seconds * 1_000 }),
    resize: (width, height) => post("/window/rect", { width, height }),
    click: async (selector) => post(`${await find(selector)}/click`),
    type: async (selector, text) => post(`${await find(selector)}/value`, { text }),
    /** Presses keys, all down and then all up, wherever the focus is. */
    async press(keys) {
      const values = keys.map((key) => KEYS[key] ?? key);
      const actions = [
        ...values.map((value) => ({ type: "keyDown", value })),
        ...values.reverse().map((value) => ({ type: "keyUp", value })),
      ];
      await post("/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    end: () => call(address, "DELETE", `/session/${sessionId}`),
  };
}

async function call(address, method, path, body) {
  const { status, text } = await exchange(address + path, method, body);
  const { value } = JSON.parse(text);
  if (status !== 200) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
  return value;
}

/** Not `fetch`, which gives up on an answer that takes as long as the suite may. */
function exchange(url, method, body) {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? "" : JSON.stringify(body);
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    };
    const sent = request(url, { method, agent: false, headers }, (response) => {
      let answer = "";
      response.setEncoding("utf8").on("data", (part) => (answer += part));
      response.on("end", () => resolve({ status: response.statusCode, text: answer }));
      response.on("error", reject);
    });
    sent.on("error", reject).end(text);
  });
}

/** How a reference to an element is called on the wire (§12.3). */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Keys without a character (§17.4.2). */
const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Escape: "\uE00C",
};
