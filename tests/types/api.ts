/**
 * The types of the package, as a user in TypeScript meets them. Compiled, never run.
 *
 * Each `@ts-expect-error` is a mistake that the compiler has to find.
 */
import {
  type Algorithm,
  type CacheOptions,
  type Claims,
  type Clock,
  type Decoded,
  type Duration,
  type EncodeOptions,
  type Header,
  type Jwk,
  type Jwks,
  JwtError,
  type JwtErrorCode,
  type JwtErrorFields,
  Key,
  type KeyInput,
  type KeyMatch,
  type KeyOptions,
  type Secret,
  type Signer,
  type Unverified,
  type Verified,
  type Verifier,
  type VerifierOptions,
  type VerifyOptions,
  createSigner,
  createVerifier,
  decode,
  encode,
  encodeAsync,
  init,
  verify,
  verifyAsync,
} from "wasm-jwt";
import * as plain from "wasm-jwt/decode";
import * as full from "wasm-jwt/full";
import * as remote from "wasm-jwt/jwks";
import * as slim from "wasm-jwt/slim";

/** Claims of an application. */
interface Session {
  sub: string;
  roles: string[];
}

/** Equal types, in both directions. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function holds<_ extends true>(): void;

declare const token: string;
declare const secret: string;
declare function wantsVerified(claims: Verified<Session>["payload"]): void;
declare function wantsAnyVerified(claims: Verified["payload"]): void;

// Decoding.
const decoded = decode(token);
holds<Same<typeof decoded, Decoded<Claims>>>();
holds<Same<typeof decoded.header, Header>>();
holds<Same<typeof decoded.signature, Uint8Array>>();
const alg: string = decoded.header.alg;
const kid: string | undefined = decoded.header.kid;
const exp: number | undefined = decoded.payload.exp;
const more: unknown = decoded.payload["anything"];
const session = decode<Session>(token).payload;
const roles: string[] = session.roles;
const unverified: Unverified<Session> = session;
// @ts-expect-error: a claim that this application does not have
session.nothing;
// @ts-expect-error: the type of a claim
const wrong: number = session.sub;

// Verifying.
const { header, payload, key } = verify<Session>(token, secret);
holds<Same<typeof header, Header>>();
holds<Same<typeof key, KeyMatch>>();
const sub: string = payload.sub;
const index: number = key.index;
// @ts-expect-error: which key it was cannot be changed
key.index = 1;
wantsVerified(payload);
wantsVerified(createVerifier<Session>(secret).verify(token).payload);
wantsAnyVerified(verify(token, secret).payload);
// @ts-expect-error: claims that nobody has checked, where checked ones are wanted
wantsVerified(session);
// @ts-expect-error: the same without the type of the application
wantsAnyVerified(decoded.payload);
// @ts-expect-error: the plain decode checks no more
wantsVerified(plain.decode<Session>(token).payload);
// @ts-expect-error: a whole token that nobody has checked
const verified: Verified<Session> = decode<Session>(token);
// Claims as an application passes them on: an ordinary object.
const ordinary: Session = payload;

// Options.
const cacheOptions: CacheOptions = { entries: 100, maxBytes: 1_000_000, shared: true };
const verifierOptions: VerifierOptions = { issuer: "a", cache: cacheOptions };
createVerifier(secret, { ...verifierOptions, cache: 10 });
// @ts-expect-error: a cache says how many tokens it keeps
createVerifier(secret, { cache: { shared: true } });
// @ts-expect-error: plain `verify` keeps nothing between calls
verify(token, secret, { cache: 10 });

const verifyOptions: VerifyOptions = {
  algorithms: ["HS256", "HS384", "HS512"],
  issuer: ["https://a.example", "https://b.example"],
  audience: "api",
  subject: "ada",
  jwtId: "1",
  typ: "at+jwt",
  maxAge: "15m",
  requiredClaims: ["exp"],
  clockTolerance: 5,
  integers: "bigint",
  allowWeakKey: false,
  maxTokenBytes: 8_192,
  now: () => 1_800_000_000,
};
verify(token, secret, verifyOptions);
verify(token, secret, { algorithms: ["HS256"] as const, issuer: "x", audience: ["x"] as const });
// @ts-expect-error: no algorithm
verify(token, secret, { algorithms: ["none"] });
verify(token, secret, { algorithms: ["RS256", "ML-DSA-87"], passphrase: "open" });
// @ts-expect-error: a list is wanted
verify(token, secret, { algorithms: "HS256" });
// @ts-expect-error: an option that does not exist
verify(token, secret, { issuers: ["x"] });
// @ts-expect-error: what other libraries call it
verify(token, secret, { ignoreExpiration: true });
// @ts-expect-error: an option of encode
verify(token, secret, { expiresIn: "1h" });
// @ts-expect-error: a Date is no number of seconds
verify(token, secret, { now: new Date() });
// @ts-expect-error: a word that does not exist
verify(token, secret, { integers: "string" });

// Arguments.
// @ts-expect-error: a token is text
verify(5, secret);
// @ts-expect-error: a token is text
decode(new Uint8Array());
// @ts-expect-error: the key is missing
verify(token);
// @ts-expect-error: undefined is no key
verify(token, undefined);
// @ts-expect-error: a key is not optional, not even to a verifier
createVerifier();
// @ts-expect-error: null is no key
createVerifier(null);
// @ts-expect-error: an object that is no JWK
verify(token, { secret: "x" });
// @ts-expect-error: what can be awaited is no key
verify(token, Promise.resolve(secret));

// Keys.
const jwk: Jwk = { kty: "oct", k: "AA", kid: "a", alg: "HS256", use: "sig", key_ops: ["verify"] };
const jwks: Jwks = { keys: [jwk, { kty: "oct", k: "AA" }] };
const options: KeyOptions = { allowWeakKey: true };
const secrets: Secret[] = [
  secret,
  new Uint8Array(32),
  new ArrayBuffer(32),
  new DataView(new ArrayBuffer(32)),
];
const handle: Key = Key.fromSecret(new Uint8Array(32), options);
const inputs: KeyInput[] = [...secrets, jwk, jwks, handle, [secret, jwk, jwks, handle]];
for (const input of inputs) verify(token, input);
Key.fromJwk(jwk, options).free();
Key.generate("HS512");
// @ts-expect-error: an algorithm without keys
Key.generate("none");
// @ts-expect-error: only its methods make one
new Key(1);
// @ts-expect-error: a JWK is an object here, not text
Key.fromJwk("{}");
// @ts-expect-error: a JWK is no secret
Key.fromSecret(jwk);
{
  using scoped = Key.generate("HS256");
  using verifier = createVerifier(scoped);
  using signer = createSigner(scoped);
  verifier.verify(signer.encode({}));
}

// Encoding.
const encodeOptions: EncodeOptions = {
  algorithm: "HS512",
  header: { kid: "a", typ: "at+jwt" },
  expiresIn: "15m",
  notBefore: 0,
  issuedAt: true,
  issuer: "https://a.example",
  subject: "ada",
  audience: ["x", "y"],
  jwtId: true,
  allowWeakKey: true,
  now: 1_800_000_000,
};
const made: string = encode({ roles: [], big: 2n ** 60n }, secret, encodeOptions);
encode({ sub: "ada", roles: [] } satisfies Session, jwk);
encode(payload, secret, { jwtId: "1", audience: "x" });
// @ts-expect-error: claims are an object
encode("sub", secret);
// @ts-expect-error: no algorithm
encode({}, secret, { algorithm: "none" });
// @ts-expect-error: an option of verify
encode({}, secret, { maxAge: 5 });
// @ts-expect-error: a number of seconds is no Date
encode({}, secret, { expiresIn: new Date() });
// @ts-expect-error: the key is missing
encode({});

// Verifiers and signers.
const verifier: Verifier<Session> = createVerifier<Session>(secret, verifyOptions);
wantsVerified(verifier.verify(token).payload);
const other: { a: number } = verifier.verify<{ a: number }>(token).payload;
const signer: Signer = createSigner(handle, encodeOptions);
const signed: string = signer.encode({ sub: "ada" });
verifier.free();
signer.free();
// @ts-expect-error: the options are read once
verifier.verify(token, { issuer: "x" });

// Errors.
try {
  verify(token, secret);
} catch (error) {
  if (error instanceof JwtError) {
    const code: JwtErrorCode = error.code;
    const { part, reason, claim, expected, actual, now, tolerance }: JwtErrorFields = error;
    const text: string = error.message;
    if (error.code === "ERR_JWT_EXPIRED") text.length;
    // @ts-expect-error: a code that does not exist
    if (error.code === "ERR_JWT_OLD") text.length;
    // @ts-expect-error: an error's code stays what it is
    error.code = "ERR_JWT_EXPIRED";
  }
  const same: boolean = error instanceof plain.JwtError && error instanceof slim.JwtError;
}

// Small types.
const algorithm: Algorithm = "HS384";
const durations: Duration[] = [5, "5m"];
const clocks: Clock[] = [5, () => 5];
// @ts-expect-error: no algorithm
const none: Algorithm = "none";

// Set-up.
const ready: Promise<void> = init();
slim.initSync(new Uint8Array());
const source: slim.WasmSource = new ArrayBuffer(8);
const slimReady: Promise<void>[] = [
  slim.init(fetch("x")),
  slim.init(source),
  slim.init(new Response()),
];
// @ts-expect-error: the wasm is inside this entry
init(new Uint8Array());
// @ts-expect-error: an address is no wasm
slim.initSync("x.wasm");
// @ts-expect-error: slim does not know where its wasm is
slim.init();

// Keys.
const pem = Key.fromPem("x");
const opened: Promise<Key> = Key.fromPem("x", { passphrase: "open" });
const der: Key = Key.fromDer(new Uint8Array(), "spki");
const secretKey: Key = Key.generate("HS256");
const pair: Promise<Key> = Key.generate("ES256");
const at: number | undefined = pem.certificate?.notAfter;
const privateJwk: Jwk = pem.toJwk({ private: true });
const thumbprint: string = pem.thumbprint();
const algorithms: readonly Algorithm[] = pem.algorithms;
// @ts-expect-error: a form that does not exist
Key.fromDer(new Uint8Array(), "pkcs12");
// @ts-expect-error: a key that is a promise in this entry
const notYet: Key = Key.generate("RS256");
verify(token, { der: new Uint8Array(), form: "pkcs8" });

// With nothing to wait for.
const fullOpened: full.Key = full.Key.fromPem("x", { passphrase: "open" });
const fullPair: full.Key = full.Key.generate("RS256");
full.verify(token, fullPair);

// Asynchronously.
declare const cryptoKey: CryptoKey;
const later: Promise<Verified<Session>> = verifyAsync<Session>(token, cryptoKey);
const signedLater: Promise<string> = encodeAsync({}, [cryptoKey], { algorithm: "PS512" });
const laterOf: Promise<Verified<Session>> = createVerifier<Session>(cryptoKey).verifyAsync(token);
createSigner(cryptoKey).encodeAsync({});
// @ts-expect-error: a CryptoKey works asynchronously only
verify(token, cryptoKey);
// @ts-expect-error: a promise has to be waited for
verifyAsync(token, secret).payload;

// The entries have the same types.
holds<Same<typeof slim.verify, typeof verify>>();
holds<Same<typeof full.verify, typeof verify>>();
holds<Same<typeof plain.decode<Session>, typeof decode<Session>>>();
// @ts-expect-error: the plain entry verifies nothing
plain.verify;

// Key sets.
const setOptions: remote.RemoteKeySetOptions = {
  fetch,
  cacheMaxAge: "10m",
  cooldown: 30,
  maxStale: "1 day",
  timeout: 5,
  maxBytes: 65_536,
  headers: { "x-api-key": "a" },
  now: () => 5,
  cache: null,
  signal: new AbortController().signal,
};
const keySet: remote.RemoteKeySet = remote.createRemoteKeySet("https://a.example/jwks", setOptions);
remote.createRemoteKeySet(new URL("https://a.example/jwks"), { headers: new Headers() });
const keySource: remote.KeySource = keySet;
const loaded: Promise<Jwks> = keySet.load({ signal: AbortSignal.timeout(5) });
const refreshed: Promise<boolean> = keySet.refresh();
const current: Jwks | undefined = keySource.current;
const stored: remote.KeySetCache | undefined = keySet.export();
if (stored) remote.createRemoteKeySet("https://a.example/jwks", { cache: stored });
if (current) verify(token, current);
const status: number | undefined = new JwtError("ERR_JWT_KEY_NOT_FOUND", "x").status;
remote.createRemoteKeySet("x", {
  fetch: async (url, { redirect }) => new Response(url + redirect),
});
// @ts-expect-error: an address is wanted
remote.createRemoteKeySet();
// @ts-expect-error: no option of this name
remote.createRemoteKeySet("https://a.example/jwks", { maxAge: 5 });
// @ts-expect-error: what fetch gives is a promise of a response
remote.createRemoteKeySet("https://a.example/jwks", { fetch: () => 5 });
// @ts-expect-error: a date is no number of seconds
remote.createRemoteKeySet("https://a.example/jwks", { now: new Date() });
// @ts-expect-error: the version is counted, not set
keySet.version = 1;
// @ts-expect-error: this entry verifies nothing
remote.verify;
