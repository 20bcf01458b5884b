/**
 * The verifier's cache: whatever it remembers, the answers are those of a verifier without one.
 */
import { equal, mistypes, ok, refuses } from "../harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";

export default function (test, { api }) {
  const { createVerifier, encode, verify } = api;
  const SHARED = { entries: 100, shared: true };

  test("a token that comes again gets the same answer, in objects of its own", () => {
    const claims = `{"a":[{"b":1}],"big":9007199254740993,"__proto__":{"x":1},"exp":2000}`;
    const token = encode(JSON.parse(claims), SECRET, { header: { x: { y: 1 } } });
    const verifier = createVerifier(SECRET, { cache: 10, now: 1000 });
    const expected = verify(token, SECRET, { now: 1000 });
    for (let turn = 0; turn < 4; turn++) {
      const result = verifier.verify(token);
      equal(result, expected, `turn ${turn}:`);
      result.header.x.y = "changed";
      result.payload.a[0].b = "changed";
      Object.getOwnPropertyDescriptor(result.payload, "__proto__").value.x = "changed";
      result.payload.admin = true;
      delete result.payload.exp;
    }
  });

  test("integers beyond 2^53 - 1 stay exact", () => {
    const token = encode({ n: 9007199254740993n }, SECRET);
    const verifier = createVerifier(SECRET, { cache: 10 });
    for (let turn = 0; turn < 3; turn++) equal(verifier.verify(token).payload.n, 9007199254740993n);
  });

  test("shared results are one object, frozen all through, from the first on", () => {
    const token = encode({ a: [{ b: 1 }] }, SECRET);
    const verifier = createVerifier(SECRET, { cache: SHARED });
    const first = verifier.verify(token);
    ok(verifier.verify(token) === first, "not shared");
    for (const part of [first, first.header, first.payload, first.payload.a, first.payload.a[0]]) {
      ok(Object.isFrozen(part), "not frozen");
    }
    ok(!Reflect.set(first.payload.a[0], "b", 2), "can be changed");
    const unshared = createVerifier(SECRET, { cache: 100 });
    ok(unshared.verify(token) !== unshared.verify(token), "shared unasked");
  });

  test("time is checked at every hit, and the error is the same as ever", () => {
    let now = 1000;
    const token = encode({ nbf: 900.25, exp: 1500.5, iat: 950 }, SECRET);
    const options = { now: () => now, clockTolerance: 10, maxAge: 300 };
    const verifier = createVerifier(SECRET, { ...options, cache: 10 });
    for (const [time, code] of [
      [1000],
      [1259.999],
      [1260, "ERR_JWT_EXPIRED"],
      [1000],
      [940],
      [939.999, "ERR_JWT_NOT_YET_VALID"],
      [889, "ERR_JWT_NOT_YET_VALID"],
      [1000],
    ]) {
      now = time;
      if (code) refuses(() => verifier.verify(token), { code, now: time, tolerance: 10 });
      else equal(verifier.verify(token).payload.iat, 950, `${time}:`);
    }
  });

  test("near every limit it says what a verifier without a cache says", () => {
    let now = 0;
    const limits = [
      { exp: 1000.1 },
      { nbf: 999.7 },
      { iat: 1000 },
      { exp: -0.5 },
      { nbf: 2 ** 53 - 1 },
    ];
    for (const claims of limits) {
      for (const clockTolerance of [0, 0.3, 2 ** 53 - 1]) {
        const options = { now: () => now, clockTolerance, maxAge: claims.iat && 7.7 };
        const plain = createVerifier(SECRET, options);
        const cached = createVerifier(SECRET, { ...options, cache: 5 });
        const token = encode(claims, SECRET);
        const [limit] = Object.values(claims);
        for (const step of [0, 0.3, 7.7, 8, -0.3]) {
          for (const little of [0, 1e-9, 1e-6, 0.1, -1e-9, -1e-6, -0.1]) {
            now = Math.max(-(2 ** 53) + 1, Math.min(2 ** 53 - 1, limit + step + little));
            const message = `${JSON.stringify(claims)} ${clockTolerance} ${now}:`;
            equal(answer(cached, token), answer(plain, token), message);
          }
        }
      }
    }
  });

  test("a refusal is never remembered", () => {
    let now = 1000;
    const verifier = createVerifier(SECRET, { cache: SHARED, now: () => now });
    const token = encode({ exp: 1000 }, SECRET);
    refuses(() => verifier.verify(token), { code: "ERR_JWT_EXPIRED" });
    now = 999;
    const kept = verifier.verify(token);
    ok(verifier.verify(token) === kept, "not remembered");
    for (let turn = 0; turn < 3; turn++) {
      const forged = `${token.slice(0, -2)}${token.at(-2) === "A" ? "B" : "A"}${token.at(-1)}`;
      refuses(() => verifier.verify(forged), { code: "ERR_JWT_SIGNATURE_INVALID" });
    }
    ok(verifier.verify(token) === kept, "forgotten");
  });

  test("an expired token is forgotten", () => {
    let now = 1000;
    const verifier = createVerifier(SECRET, { cache: SHARED, now: () => now });
    const token = encode({ exp: 2000 }, SECRET);
    const first = verifier.verify(token);
    now = 2000;
    refuses(() => verifier.verify(token), { code: "ERR_JWT_EXPIRED" });
    now = 1000;
    ok(verifier.verify(token) !== first, "remembered");
  });

  test("it is bounded by the number of tokens", () => {
    const verifier = createVerifier(SECRET, { cache: { entries: 4, shared: true } });
    const tokens = Array.from({ length: 50 }, (_, n) => encode({ n }, SECRET));
    const results = tokens.map((token) => verifier.verify(token));
    const kept = results.filter((result, n) => verifier.verify(tokens[n]) === result);
    equal(kept.length, 0, "asked in turn, fifty tokens in four places:");
    const single = createVerifier(SECRET, { cache: { entries: 1, shared: true } });
    const only = single.verify(tokens[0]);
    ok(single.verify(tokens[0]) === only, "one token in one place was forgotten");
    single.verify(tokens[1]);
    ok(single.verify(tokens[0]) !== only, "two tokens in one place");
    const last = verifier.verify(tokens[0]);
    for (const token of tokens.slice(1, 3)) verifier.verify(token);
    ok(verifier.verify(tokens[0]) === last, "one of the last three was forgotten");
  });

  test("what is used stays, whatever passes by", () => {
    const verifier = createVerifier(SECRET, { cache: { entries: 10, shared: true } });
    const token = encode({ used: true }, SECRET);
    const kept = verifier.verify(token);
    for (let n = 0; n < 100; n++) {
      verifier.verify(encode({ n }, SECRET));
      ok(verifier.verify(token) === kept, `forgotten after ${n}`);
    }
  });

  test("it is bounded by bytes", () => {
    const token = encode({ a: "x".repeat(1000) }, SECRET);
    const remembers = (maxBytes) => {
      const cache = { entries: 1000, maxBytes, shared: true };
      const verifier = createVerifier(SECRET, { cache });
      return verifier.verify(token) === verifier.verify(token);
    };
    ok(remembers(2 * token.length), "forgot what fits");
    ok(!remembers(2 * token.length - 1), "kept what does not fit");
    const cache = { entries: 1000, maxBytes: 8 * token.length, shared: true };
    const verifier = createVerifier(SECRET, { cache });
    const first = verifier.verify(token);
    for (let n = 0; n < 8; n++) verifier.verify(encode({ a: `${n}`.repeat(1000) }, SECRET));
    ok(verifier.verify(token) !== first, "kept more than fits");
  });

  test("once freed, it remembers nothing", () => {
    const verifier = createVerifier(SECRET, { cache: 10 });
    const token = encode({}, SECRET);
    verifier.verify(token);
    verifier.verify(token);
    verifier.free();
    mistypes(() => verifier.verify(token), /^this verifier was freed$/);
    const suicidal = createVerifier(SECRET, { cache: 10, now: () => (dies && suicidal.free(), 1) });
    let dies = false;
    suicidal.verify(token);
    dies = true;
    mistypes(() => suicidal.verify(token), /^this verifier was freed$/);
  });

  test("a cache is a number of tokens or says how many", () => {
    for (const cache of [0, -1, 1.5, NaN, "10", true, null, [], 2 ** 25]) {
      mistypes(() => createVerifier(SECRET, { cache }), /^option cache is not /, String(cache));
    }
    mistypes(() => createVerifier(SECRET, { cache: {} }), /^option cache lacks entries$/);
    mistypes(() => createVerifier(SECRET, { cache: { entries: 0 } }), /^option entries is not /);
    mistypes(
      () => createVerifier(SECRET, { cache: { entries: 1, size: 1 } }),
      /^unknown option "size"$/,
    );
    mistypes(() => createVerifier(SECRET, { cache: { entries: 1, shared: 1 } }), /^option shared /);
    mistypes(() => verify(encode({}, SECRET), SECRET, { cache: 1 }), /^unknown option "cache"$/);
    equal(createVerifier(SECRET, { cache: 1 }).verify(encode({}, SECRET)).payload, {});
  });

  /** What `verifier` says to `token`, as plain data. */
  function answer(verifier, token) {
    try {
      return verifier.verify(token).payload;
    } catch ({ code, claim }) {
      return { code, claim };
    }
  }
}
