/**
 * Where keys come from, and how often a verifier is made.
 */
import { equal, mistypes, ok } from "../../js/harness.mjs";
import { requestOf } from "./requests.mjs";

const rejected = (promise) =>
  promise.then(
    () => undefined,
    (error) => error,
  );

export default function (test, { index, edge: { protect }, jwks, fixtures }) {
  const { now, secret, otherSecret, jwk, offCurve, tokens } = fixtures;
  const request = requestOf([`Bearer ${tokens.valid}`]);
  const hello = () => new Response("ok");

  /** `createVerifier`, and how often it was called with a key. */
  const counting = () => {
    const made = [];
    const createVerifier = (key, options) => {
      if (!(Symbol.for("wasm-jwt.KeySource") in Object(key))) made.push(key);
      return index.createVerifier(key, options);
    };
    return { made, createVerifier };
  };

  test("a key that is given is read at once and once", async () => {
    const { made, createVerifier } = counting();
    const handler = protect(hello, { key: secret, now, createVerifier });
    equal(made.length, 1);
    for (let time = 0; time < 3; time++) equal((await handler(request)).status, 200);
    equal(made.length, 1);
  });

  test("a key that cannot be used is refused before any request", () => {
    for (const key of ["", secret.slice(0, 31), { kty: "EC" }]) {
      let code;
      try {
        protect(hello, { key, now });
      } catch (error) {
        code = error.code;
      }
      equal(code, "ERR_JWT_KEY_INVALID");
    }
    protect(hello, { key: secret.slice(0, 32), now });
  });

  test("a key of the request: asked for each time, made once for each text", async () => {
    const { made, createVerifier } = counting();
    let asked = 0;
    const key = async (request, env) => {
      asked++;
      return env.SECRET;
    };
    const handler = protect(hello, { key, now, createVerifier });
    equal((await handler(request, { SECRET: secret })).status, 200);
    equal((await handler(request, { SECRET: otherSecret })).status, 401);
    equal((await handler(request, { SECRET: secret })).status, 200);
    equal([asked, made], [3, [secret, otherSecret]]);
  });

  test("a key of the request: made once for each object, not for each like it", async () => {
    const { made, createVerifier } = counting();
    const keys = [new TextEncoder().encode(secret), new TextEncoder().encode(secret)];
    const handler = protect(hello, { key: (request, env) => keys[env], now, createVerifier });
    for (const at of [0, 1, 0, 1]) equal((await handler(request, at)).status, 200);
    ok(made.length === 2 && made[0] === keys[0] && made[1] === keys[1]);
  });

  test("ever new secrets are made anew, and all judged right", async () => {
    const { made, createVerifier } = counting();
    const handler = protect(hello, { key: (_, env) => env, now, createVerifier });
    for (let at = 0; at < 250; at++) {
      equal((await handler(request, `${secret}${at}`)).status, 401);
    }
    equal((await handler(request, secret)).status, 200);
    equal(made.length, 251);
  });

  test("no token, no key: the function is not asked", async () => {
    const handler = protect(hello, { key: () => ok(false, "asked"), now });
    equal((await handler(requestOf([]))).status, 401);
    equal((await handler(requestOf(["Bearer"]))).status, 400);
  });

  test("a function that gives no key lets nobody through: the promise rejects", async () => {
    for (const [given, name] of [
      [undefined, "TypeError"],
      [null, "TypeError"],
      ["", "JwtError"],
      [[], "JwtError"],
    ]) {
      const handler = protect(hello, { key: () => given, now });
      equal((await rejected(handler(request)))?.name, name, `${given}`);
    }
    const fault = new Error("no such tenant");
    const handler = protect(hello, { key: async () => Promise.reject(fault), now });
    ok((await rejected(handler(request))) === fault);
  });

  test("an address in place of a key set is no secret that everybody knows", async () => {
    const address = "https://id.example/.well-known/jwks.json";
    for (const wrong of [address, new URL(address), new Uint8Array(32), null, [jwk], jwk]) {
      mistypes(() => protect(hello, { jwks: wrong, now }), /jwks is not a key set/);
      const late = protect(hello, { jwks: () => wrong, now });
      equal((await rejected(late(request)))?.name, "TypeError");
    }
  });

  test("a JWKS as it is: the token's kid chooses", async () => {
    const handler = protect(hello, { jwks: { keys: [jwk] }, now });
    equal((await handler(requestOf([`Bearer ${tokens.es256}`]))).status, 200);
    equal((await handler(requestOf([`Bearer ${tokens["es256, kid unknown"]}`]))).status, 401);
  });

  test("a bad key among several is the bad luck of the token that names it", async () => {
    for (const given of [{ jwks: { keys: [offCurve, jwk] } }, { key: [offCurve, jwk] }]) {
      const handler = protect(hello, { ...given, now });
      const ask = async (name) => (await handler(requestOf([`Bearer ${tokens[name]}`]))).status;
      equal(await ask("es256, kid off-curve"), 401);
      equal(await ask("es256"), 200);
    }
  });

  test("one key alone that the host refuses is the configuration's fault", async () => {
    const handler = protect(hello, { key: offCurve, now });
    const error = await rejected(handler(requestOf([`Bearer ${tokens.es256}`])));
    equal(error?.code, "ERR_JWT_KEY_INVALID");
  });

  test("a set is fetched once, again for an unknown kid, and served on when its host dies", async () => {
    let requests = 0;
    let keys = [{ ...jwk, kid: "old" }];
    let time = now;
    const fetch = async () => {
      requests++;
      if (!keys) throw new Error("dead");
      return Response.json({ keys });
    };
    const set = jwks.createRemoteKeySet("https://id.example/jwks", { now: () => time, fetch });
    const handler = protect(hello, { jwks: () => set, now });
    const ask = async (name) => (await handler(requestOf([`Bearer ${tokens[name]}`]))).status;
    equal(await ask("es256"), 401);
    keys = [jwk];
    equal([await ask("es256"), requests], [401, 1], "within the cooldown:");
    time += 30;
    equal([await ask("es256"), requests], [200, 2]);
    keys = undefined;
    time += 3_600;
    equal([await ask("es256"), requests], [200, 3]);
    time += 100_000;
    equal(await ask("es256"), 503);
    keys = [jwk];
    time += 30;
    equal(await ask("es256"), 200);
  });

  test("keys of another entry's are its own createVerifier's business", async () => {
    const told = [];
    const createVerifier = (key, options) => {
      told.push(key, { ...options });
      return {
        verifyAsync: async () => ({ header: {}, payload: { sub: "x" }, key: { index: 0 } }),
      };
    };
    const handler = protect((_, { payload }) => new Response(payload.sub), {
      key: "whatever",
      createVerifier,
      issuer: "a",
      scopes: undefined,
      clockTolerance: "10s",
    });
    equal(told, ["whatever", { issuer: "a", clockTolerance: "10s" }]);
    equal(await (await handler(request)).text(), "x");
  });
}
