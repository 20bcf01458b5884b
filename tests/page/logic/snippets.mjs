/**
 * What can be copied of a token: snippets, links, and the token without its signature.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { decode, verify } from "../../../pkg/dist/full.js";
import * as defaultEntry from "../../../pkg/dist/index.js";
import { shareLink, withoutSignature } from "../../../www/src/signing/share.js";
import { snippets } from "../../../www/src/signing/snippets.js";
import { STRINGS } from "../../../www/src/strings.js";
import { SECRET, SIMPLEJWT, sign } from "../tokens.mjs";

function textOf(token, header, wanted) {
  return snippets(token, header).find(({ code }) => code === wanted)?.text;
}

/** Runs a snippet's program with `verify` or `verifyAsync` and the names that it leaves open. */
function run(text, names) {
  const program = text.replace(/^import .*$/m, "");
  const body = `return (async () => {${program}\nreturn payload;})()`;
  return new Function(...Object.keys(names), body)(...Object.values(names));
}

export const facts = {
  "every snippet has a name in both languages"() {
    const codes = snippets(SIMPLEJWT.token, { alg: "HS256" }).map(({ code }) => code);
    assert.deepEqual(codes, ["authorization", "curl", "fetch", "javascript", "python"]);
    for (const code of codes)
      assert.ok(STRINGS.en[`snippet.${code}`] && STRINGS.de[`snippet.${code}`]);
  },
  "the header is the one of RFC 6750"() {
    assert.equal(textOf("a.b.c", {}, "authorization"), "Authorization: Bearer a.b.c");
  },
  "a shell passes the token on as it is"() {
    const command = textOf(SIMPLEJWT.token, {}, "curl").replace(/^curl/, "printf '%s\\n'");
    const lines = execFileSync("sh", ["-c", command], { encoding: "utf8" }).trim().split("\n");
    assert.deepEqual(lines, [
      "-H",
      `Authorization: Bearer ${SIMPLEJWT.token}`,
      "https://api.example/",
    ]);
  },
  "what would break out of quotation marks or of the header has no snippets"() {
    for (const token of [
      'a.b."',
      "a.b.$(x)",
      "a.b.`x`",
      "a.b.c\nX: y",
      "a b",
      "a.b.\\",
      "a.b.%c",
      "",
    ]) {
      assert.deepEqual(snippets(token, { alg: "HS256" }), [], token);
    }
    assert.equal(snippets("a.b.c", { alg: "HS256" }).length, 5);
  },
  async "the program that sends it does"() {
    const sent = [];
    const fetch = async (...given) => void sent.push(given);
    await run(`${textOf("a.b.c", {}, "fetch")}\nconst payload = response;`, { fetch });
    assert.deepEqual(sent, [
      ["https://api.example/", { headers: { Authorization: "Bearer a.b.c" } }],
    ]);
  },
  async "the program that checks it does, with its algorithm and no other"() {
    const payload = { sub: "ada", aud: "me" };
    const token = sign(payload);
    const names = { verify, yourSecret: SECRET, yourAudience: "me" };
    assert.deepEqual(await run(textOf(token, { alg: "HS256" }, "javascript"), names), payload);
    const other = textOf(token, { alg: "HS512" }, "javascript");
    // A longer secret takes HS256 as well; only the program's own list keeps it out.
    await assert.rejects(run(other, { ...names, yourSecret: SECRET.repeat(2) }), {
      code: "ERR_JWT_ALG_NOT_ALLOWED",
    });
    const text = textOf(token, { alg: "HS256" }, "javascript");
    await assert.rejects(run(text, { ...names, yourAudience: "you" }), {
      code: "ERR_JWT_CLAIM_MISMATCH",
    });
  },
  "an audience is asked for where the token has one"() {
    for (const code of ["javascript", "python"]) {
      assert.match(textOf(sign({ aud: "a" }), { alg: "HS256" }, code), /audience/);
      assert.doesNotMatch(textOf(sign({ sub: "aud" }), { alg: "HS256" }, code), /audience/);
    }
  },
  "each algorithm is checked by the entry that has it"() {
    const entryOf = (alg) => {
      const text = textOf("a.b.c", { alg }, "javascript");
      return /^import \{ (\w+) \} from "(.+)";/.exec(text).slice(1).join(" of ");
    };
    assert.equal(entryOf("HS384"), "verify of wasm-jwt");
    for (const alg of ["RS256", "PS512", "ES256", "EdDSA", "Ed25519"]) {
      assert.equal(entryOf(alg), "verifyAsync of wasm-jwt", alg);
    }
    for (const alg of ["ES256K", "ML-DSA-44"])
      assert.equal(entryOf(alg), "verify of wasm-jwt/full");
    assert.ok(defaultEntry.verify && defaultEntry.verifyAsync);
  },
  "an algorithm that is none has no program that checks it"() {
    for (const alg of ["none", "hs256", '"],x:["', "ES256K ", undefined, null, ["HS256"], 1]) {
      const codes = snippets("a.b.c", { alg }).map(({ code }) => code);
      assert.deepEqual(codes, ["authorization", "curl", "fetch"], String(alg));
    }
  },

  "a link has the token in its fragment only"() {
    const address = "https://jwt.example/inspector/?token=old&lang=de#token=older";
    const link = new URL(shareLink(address, SIMPLEJWT.token));
    assert.equal(link.href, `https://jwt.example/inspector/#token=${SIMPLEJWT.token}`);
    const odd = new URL(shareLink(address, "a b&c=#%.é"));
    assert.equal(new URLSearchParams(odd.hash.slice(1)).get("token"), "a b&c=#%.é");
    assert.equal(odd.search, "");
  },
  "without its signature a token says the same and holds no more"() {
    const bare = withoutSignature(SIMPLEJWT.token);
    const [header, payload] = SIMPLEJWT.token.split(".");
    assert.equal(bare, `${header}.${payload}.`);
    assert.deepEqual(decode(bare).payload, decode(SIMPLEJWT.token).payload);
    assert.throws(() => verify(bare, SIMPLEJWT.secret, { now: SIMPLEJWT.iat }), {
      code: "ERR_JWT_SIGNATURE_INVALID",
    });
    assert.ok(verify(SIMPLEJWT.token, SIMPLEJWT.secret, { now: SIMPLEJWT.iat }));
  },
  "what has no signature has none to leave out"() {
    for (const token of ["a.b.", "a.b", "a", "", "a.b.c.d.e"]) {
      assert.equal(withoutSignature(token), undefined, token);
    }
  },
};
