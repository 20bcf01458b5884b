/**
 * This package, as the other libraries are asked: a list of requests, a list of answers.
 *
 * A request is `{ sign, algorithm, secret }` or `{ token, secret, options }`, or one of those that
 * key-kinds.mjs has. An answer is `{ token }`, `{ claims }` or `{ refused }`, which tells why.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "../packed.mjs";
import { isPrivate, KINDS } from "./key-kinds.mjs";

/** The default entry, and its synchronous calls. */
export async function makeOurs() {
  const { encode, verify } = load("wasm-jwt");
  return {
    name: "wasm-jwt",
    mapOptions: (options) => options,
    ask: async (requests) =>
      requests.map(({ sign, algorithm, token, secret, options }) => {
        try {
          if (sign) return { token: encode(sign, secret, { algorithm }) };
          return { claims: verify(token, secret, options).payload };
        } catch (error) {
          return { refused: `${error.code ?? error.name}: ${error.message}` };
        }
      }),
  };
}

/** An entry with all its keys: `wasm-jwt/full`, or `wasm-jwt` with the calls that use the host. */
export function makeOursWithKeys(entry) {
  const { Key, encode, encodeAsync, verify, verifyAsync } = load(entry);
  const calls = entry.endsWith("/full")
    ? { encode, verify }
    : { encode: encodeAsync, verify: verifyAsync };

  async function answer({ make, thumbprint, sign, algorithm, token, options, ...request }) {
    try {
      if (request.convert) return { value: await convert(Key, request.convert, request.to) };
      if (make) return { keys: written(await Key.generate(KINDS[make][0])) };
      if (thumbprint) return { thumbprint: Key.fromJwk(thumbprint).thumbprint() };
      const { key, passphrase } = inputOf(request);
      if (sign) return { token: await calls.encode(sign, key, { algorithm, passphrase }) };
      const policy = { algorithms: [algorithm], passphrase, ...options };
      return { claims: (await calls.verify(token, key, policy)).payload };
    } catch (error) {
      return { refused: `${error.code ?? error.name}: ${error.message}` };
    }
  }

  return {
    name: entry,
    mapOptions: (options) => options,
    async ask(requests) {
      const answers = [];
      for (const request of requests) answers.push(await answer(request));
      return answers;
    },
  };
}

function load(entry) {
  return createRequire(join(project, "package.json"))(entry);
}

function inputOf({ secret, key }) {
  if (!key) return { key: secret };
  const { form, value, passphrase, asDer } = key;
  if (!asDer) return { key: value, passphrase };
  const base64 = value.replace(/^-.*$/gm, "");
  return { key: { der: Buffer.from(base64, "base64"), form: derForm(form) }, passphrase };
}

async function convert(Key, { form, value, passphrase }, to) {
  const options = passphrase === undefined ? undefined : { passphrase };
  const key = form.startsWith("jwk") ? Key.fromJwk(value) : await Key.fromPem(value, options);
  return written(key, isPrivate(form)).find(({ form }) => form === to).value;
}

function derForm(form) {
  return form.startsWith("encrypted") ? "pkcs8" : form.split(" ")[0];
}

function written(key, whole = true) {
  const privates = () => [
    { form: "jwk", value: key.toJwk({ private: true }) },
    { form: "pkcs8", value: key.toPem({ private: true }) },
  ];
  return [
    ...(whole ? privates() : []),
    { form: "jwk public", value: key.toJwk() },
    { form: "spki", value: key.toPem() },
  ];
}
