/**
 * A test harness without a runtime: the same suite runs in Node, in browsers and in workerd.
 */

/** Collects tests; `run` runs them one after another. */
export function createHarness() {
  const tests = [];
  return {
    test: (name, fn) => tests.push({ name, fn }),
    /** Reports `{ passed, failed: [{ name, message }] }`. */
    async run() {
      let passed = 0;
      const failed = [];
      for (const { name, fn } of tests) {
        try {
          await fn();
          passed++;
        } catch (error) {
          failed.push({ name, message: `${error} | ${error?.stack}` });
        }
      }
      return { passed, failed };
    },
  };
}

export function ok(value, message = "not true") {
  if (!value) throw new Error(message);
}

/** Deep equality of plain data, `bigint`, `-0` and own `__proto__` included. */
export function equal(actual, expected, message = "") {
  const [a, e] = [show(actual), show(expected)];
  if (a !== e) throw new Error(`${message} expected ${e}, got ${a}`);
}

/** Calls `fn`, which has to throw a JwtError with these fields; returns it. */
export function refuses(fn, fields, message = "") {
  const error = thrown(fn, message);
  if (error?.name !== "JwtError") throw new Error(`${message} threw ${error?.stack ?? error}`);
  for (const [field, value] of Object.entries(fields)) {
    equal(error[field], value, `${message} ${field}:`);
  }
  return error;
}

/** Awaits `promise`, which has to reject with a JwtError with these fields; resolves to it. */
export async function rejects(promise, fields, message = "") {
  const settled = await promise.then(
    (value) => () => value,
    (error) => () => {
      throw error;
    },
  );
  return refuses(settled, fields, message);
}

/** Calls `fn`, which has to throw a TypeError whose message matches; returns it. */
export function mistypes(fn, pattern, message = "") {
  const error = thrown(fn, message);
  if (error?.name !== "TypeError") throw new Error(`${message} threw ${error?.stack ?? error}`);
  ok(pattern.test(error.message), `${message} ${JSON.stringify(error.message)} is not ${pattern}`);
  return error;
}

function thrown(fn, message) {
  let value;
  try {
    value = fn();
  } catch (error) {
    return error;
  }
  throw new Error(`${message} threw nothing but returned ${show(value)}`);
}

function show(value) {
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? String(value);
  if (ArrayBuffer.isView(value)) return `bytes ${Array.from(value)}`;
  if (Array.isArray(value)) return `[${value.map(show).join()}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${show(value[name])}`).join()}}`;
}
