/**
 * Places: paths of the host, one for each key set that a test makes, and keys to serve there.
 */
import { equal } from "../../js/harness.mjs";

/** RFC 8037, appendix A.2. */
export const ED25519 = {
  kty: "OKP",
  crv: "Ed25519",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
};

/** RFC 7517, appendix A.1. */
export const P256 = {
  kty: "EC",
  crv: "P-256",
  x: "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
  y: "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
};

export const ONE = { keys: [{ ...ED25519, kid: "one" }] };
export const TWO = { keys: [{ ...P256, kid: "two" }] };

/** The time at which every test starts. */
export const START = 1_800_000_000;

/** An answer with this set. */
export const serving = (jwks, headers = {}) => ({ body: JSON.stringify(jwks), headers });

let count = 0;

export function createPlaces(api, origin) {
  /** A key set whose host gives `answer`, at a time that stands still. */
  return async function place(answer, options = {}) {
    const name = `${Date.now()}-${Math.random()}-${count++}`;
    const url = `${origin}/keys/${name}`;
    const control = `${origin}/control/${name}`;
    const clock = { time: START };
    const self = {
      url,
      clock,
      /** Makes another key set of the same place, with the same clock. */
      again: (more) => api.createRemoteKeySet(url, { now: () => clock.time, ...options, ...more }),
      async answers(next) {
        await (await fetch(control, { method: "PUT", body: JSON.stringify(next) })).text();
      },
      /** The requests so far. */
      async requests() {
        return (await fetch(control)).json();
      },
      async requested(expected, message) {
        equal((await self.requests()).length, expected, message ?? "requests:");
      },
    };
    await self.answers(answer);
    self.set = self.again();
    return self;
  };
}

/** `promise` has to reject with a JwtError of this reason, and these fields; resolves to it. */
export async function refuses(promise, reason, fields = {}) {
  const error = await rejected(promise);
  if (error?.name !== "JwtError") throw new Error(`rejected with ${error?.stack ?? error}`);
  equal(error.code, "ERR_JWT_KEY_NOT_FOUND");
  equal(error.reason, reason);
  for (const [name, value] of Object.entries(fields)) equal(error[name], value, `${name}:`);
  return error;
}

/** What `promise` rejects with. */
export async function rejected(promise) {
  let value;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`did not reject but gave ${JSON.stringify(value)}`);
}
