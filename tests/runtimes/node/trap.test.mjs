/**
 * A trap inside wasm, wherever it strikes: the error surfaces, handles of the lost instance say so,
 * and the next call works on a new one.
 */
import { createHarness, equal, mistypes, ok, refuses } from "../../js/harness.mjs";

const SECRET = "a secret of thirty-two bytes: ok";
const OTHER = "another secret of enough bytes ok";
const JWK = { kty: "oct", k: "YSBzZWNyZXQgb2YgdGhpcnR5LXR3byBieXRlczogb2s", kid: "a" };
const TOKEN =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.3j4WH5i22lEllFV_Jt6zVpFGtH0cGvgloqUhcy_Bdy0";

const { Instance } = WebAssembly;

/** The export whose next call traps. */
let armed;
let instances = 0;

/** A trap leaves an instance in an unknown state; the worst is that all further calls trap too. */
WebAssembly.Instance = function (module, imports) {
  instances++;
  let dead = false;
  const { exports } = new Instance(module, imports);
  const copy = {};
  for (const [name, value] of Object.entries(exports)) {
    if (typeof value !== "function") copy[name] = value;
    else {
      copy[name] = (...args) => {
        if (name === armed) {
          armed = undefined;
          dead = true;
        }
        if (dead) throw new WebAssembly.RuntimeError("unreachable");
        return value(...args);
      };
    }
  }
  return { exports: copy };
};

/** What calls each export, given a copy of the package and handles that it made before. */
const CALLS = {
  key_from_secret: ({ Key }) => Key.fromSecret(SECRET),
  key_from_json: ({ Key }) => Key.fromJwk(JWK),
  key_generate: ({ Key }) => Key.generate("HS256"),
  key_set: ({ verify }) => verify(TOKEN, [SECRET]),
  key_set_append: ({ verify }) => verify(TOKEN, [SECRET]),
  verifier_new: ({ verify }) => verify(TOKEN, SECRET),
  verifier_verify: (_, { verifier }) => verifier.verify(TOKEN),
  is_in_force: (_, { cached }) => cached.verify(TOKEN),
  verifier_kid: (_, { verifier }) => verifier.verify(TOKEN),
  signer_new: ({ encode }) => encode({}, SECRET),
  signer_encode: (_, { signer }) => signer.encode({}),
  decode: ({ decode }) => decode(TOKEN),
  large_input_address: ({ decode }) => decode(`${"e".repeat(10_000)}..`),
  free: (_, { key }) => key.free(),
};

let copies = 0;

/** A copy of the package with an instance and handles of its own. */
async function fresh() {
  const api = await import(`${import.meta.resolve("wasm-jwt")}?${copies++}`);
  const { Key, createSigner, createVerifier } = api;
  const handles = {
    key: Key.fromSecret(SECRET),
    verifier: createVerifier(JWK),
    cached: createVerifier(JWK, { cache: 1 }),
    signer: createSigner(SECRET),
  };
  handles.cached.verify(TOKEN);
  return { api, handles };
}

/** Calls `act` with a trap set; the error must be the trap. */
function traps(name, act) {
  armed = name;
  let error;
  try {
    act();
  } catch (thrown) {
    error = thrown;
  }
  equal(armed, undefined, `${name} was not called:`);
  ok(error instanceof WebAssembly.RuntimeError, `${name} gave ${error}`);
}

function works({ Key, createVerifier, decode, encode, verify }) {
  equal(decode(TOKEN).payload, {});
  equal(encode({}, Key.fromSecret(SECRET)), TOKEN);
  equal(verify(TOKEN, SECRET).header, { alg: "HS256", typ: "JWT" });
  equal(createVerifier([OTHER, JWK]).verify(TOKEN).key, { index: 1, kid: "a" });
  refuses(() => verify(TOKEN, OTHER), { code: "ERR_JWT_SIGNATURE_INVALID" });
}

const { test, run } = createHarness();

for (const [name, call] of Object.entries(CALLS)) {
  test(`a trap in ${name}`, async () => {
    const { api, handles } = await fresh();
    const before = instances;
    traps(name, () => call(api, handles));
    works(api);
    equal(instances, before + 1);
    const lost = (what) =>
      new RegExp(`^this ${what} was lost when the wasm module had to be replaced: make a new one$`);
    const { key, verifier, signer } = handles;
    if (name !== "free") mistypes(() => api.verify(TOKEN, key), lost("key"));
    mistypes(() => verifier.verify(TOKEN), lost("verifier"));
    mistypes(() => signer.encode({}), lost("signer"));
    works(api);
  });
}

test("freeing what was lost frees nothing of the new instance", async () => {
  const { api, handles } = await fresh();
  traps("decode", () => api.decode(TOKEN));
  const renewed = [SECRET, OTHER, SECRET].map((secret) => api.createVerifier(secret));
  for (const handle of Object.values(handles)) handle.free();
  equal(renewed[0].verify(TOKEN).payload, {});
  refuses(() => renewed[1].verify(TOKEN), { code: "ERR_JWT_SIGNATURE_INVALID" });
  equal(renewed[2].verify(TOKEN).payload, {});
});

test("traps one after another", async () => {
  const { api } = await fresh();
  for (const name of ["decode", "key_from_secret", "verifier_verify", "verifier_verify"]) {
    traps(name, () => {
      api.decode(TOKEN);
      api.verify(TOKEN, SECRET);
    });
    works(api);
  }
});

test("a trap inside the clock of a verifier: its call does not go on with another's key", async () => {
  const { api } = await fresh();
  const kept = [];
  const now = () => {
    traps("decode", () => api.decode(TOKEN));
    // They take the numbers that the lost handles had.
    for (let n = 0; n < 10; n++) kept.push(api.createVerifier(SECRET));
    return 0;
  };
  const verifier = api.createVerifier(OTHER, { now });
  mistypes(() => verifier.verify(TOKEN), /^this verifier was lost/);
  works(api);
});

test("a trap inside toJSON of claims: the signer does not go on with another's key", async () => {
  const { api } = await fresh();
  const kept = [];
  const signer = api.createSigner(OTHER);
  const claims = {
    inner: {
      toJSON() {
        if (kept.length === 0) {
          traps("decode", () => api.decode(TOKEN));
          for (let n = 0; n < 10; n++) kept.push(api.createSigner(SECRET));
        }
        return 1;
      },
    },
  };
  mistypes(() => signer.encode(claims), /^this signer was lost/);
  works(api);
});

process.send(await run());
