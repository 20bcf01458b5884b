/**
 * What is measured for each algorithm with a key pair, wherever there is WebCrypto: verifying and
 * signing by this package, synchronously and asynchronously, and by jose.
 *
 * Every key is read once. Rows are as those of peers.mjs.
 */
import * as jose from "jose";
import * as ours from "wasm-jwt";
import * as full from "wasm-jwt/full";
import { measure } from "./measure.mjs";

/** A moment at which the tokens of tests/vectors/algorithms.json are valid, in seconds. */
export const NOW = 1_750_000_000;

const CLAIMS = { iss: "vectors", sub: "ada", iat: 1_700_000_000, exp: 1_800_000_000 };

/** Our rows that targets are set for. */
export const ALGORITHM_ROWS = {
  full: "wasm-jwt/full",
  async: "wasm-jwt, asynchronous",
  jose: "jose",
  native: "node:crypto",
};

/** Slow work needs fewer turns to be timed well. */
const EFFORT = { rounds: 15, turns: 1 };

/**
 * Resolves to rows of `{ alg, work, name, nanoseconds, ratio }`; `ratio` is by the time of the first
 * of the same work and algorithm.
 *
 * - `vectors`: tests/vectors/algorithms.json
 * - `more`: makes rows beyond these, by work
 */
export async function algorithms({ vectors, more = () => ({}), say }) {
  const measured = [];
  for (const vector of vectors) {
    say(vector.alg);
    const works = await algorithmRows(vector, more);
    for (const [work, rows] of Object.entries(works)) {
      const best = await measure(rows, vector.token, undefined, EFFORT);
      for (const [at, { name }] of rows.entries()) {
        const nanoseconds = best[at];
        const ratio = nanoseconds / best[0];
        measured.push({ alg: vector.alg, work, name, nanoseconds, ratio });
      }
    }
  }
  return measured;
}

/** The rows of one algorithm that do their work here, set up: hosts and peers lack some. */
export async function algorithmRows(vector, more) {
  const own = await rowsOf(vector);
  const others = await more(vector, CLAIMS);
  const works = {};
  for (const work of ["verify", "sign"]) {
    works[work] = [];
    for (const row of [...own[work], ...(others[work] ?? [])]) {
      if (await does(row, work, vector)) works[work].push(row);
    }
  }
  return works;
}

async function rowsOf({ alg, publicPem, privatePem }) {
  const options = { algorithms: [alg], now: NOW };
  const verifier = full.createVerifier(publicPem, options);
  const signer = full.createSigner(privatePem, { algorithm: alg });
  const asyncVerifier = ours.createVerifier(publicPem, options);
  const asyncSigner = ours.createSigner(privatePem, { algorithm: alg });
  const keyOf = async (read) => {
    try {
      return await read;
    } catch {
      return undefined;
    }
  };
  const publicKey = await keyOf(jose.importSPKI(publicPem, alg));
  const privateKey = await keyOf(jose.importPKCS8(privatePem, alg));
  const joseOptions = { algorithms: [alg], currentDate: new Date(NOW * 1000) };
  const header = { alg, typ: "JWT" };
  return {
    verify: [
      { name: ALGORITHM_ROWS.full, run: (token) => verifier.verify(token) },
      { name: ALGORITHM_ROWS.async, async: true, run: (token) => asyncVerifier.verifyAsync(token) },
      {
        name: ALGORITHM_ROWS.jose,
        async: true,
        run: (token) => jose.jwtVerify(token, publicKey, joseOptions),
      },
    ],
    sign: [
      { name: ALGORITHM_ROWS.full, run: () => signer.encode(CLAIMS) },
      { name: ALGORITHM_ROWS.async, async: true, run: () => asyncSigner.encodeAsync(CLAIMS) },
      {
        name: ALGORITHM_ROWS.jose,
        async: true,
        run: () => new jose.SignJWT(CLAIMS).setProtectedHeader(header).sign(privateKey),
      },
    ],
  };
}

/** Whether a row does its work. One that refuses has no such algorithm; one that errs is a mistake. */
async function does({ name, run }, work, { alg, token, publicPem }) {
  let result;
  try {
    result = await run(token);
  } catch (error) {
    if (name === ALGORITHM_ROWS.full) throw error;
    return false;
  }
  const found = work === "sign" ? full.verify(result, publicPem, { now: NOW }) : result;
  if (!JSON.stringify(found).includes(CLAIMS.iss)) throw new Error(`${name}: no ${work}, ${alg}`);
  return true;
}
