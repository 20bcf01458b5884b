/**
 * Which tokens are found in what people paste, and where they were.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { findTokens } from "../../../www/src/reading/find-tokens.js";
import { STRINGS } from "../../../www/src/strings.js";
import { SIMPLEJWT, SIMPLEJWT_EDDSA, segment, sign } from "../tokens.mjs";

const A = SIMPLEJWT.token;
const B = SIMPLEJWT_EDDSA;
// The same length and algorithm as A, another user.
const C = sign({ token_type: "refresh", user_id: "2" });

const vectors = (name) =>
  JSON.parse(readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), "utf8"));

/** What is found, as `source:name` by token. */
function found(text) {
  return findTokens(text).found.map(({ token, source, name }) => [
    token,
    name === undefined ? source : `${source}:${name}`,
  ]);
}

function wrap(text, width, separator = "\n") {
  return text.match(new RegExp(`.{1,${width}}`, "g")).join(separator);
}

/** The whole text is one thing, which is returned as it is. */
function asIs(text) {
  assert.deepEqual(findTokens(text), { found: [{ token: text, source: "text" }], stripped: [] });
}

export const facts = {
  "what surrounds a sole token is stripped, however it nests, and named once"() {
    for (const [text, stripped] of [
      [A, []],
      [` "Bearer ${A}"\n`, ["white-space", "quotes", "scheme"]],
      [`Bearer '${A}'`, ["scheme", "quotes"]],
      [`bEARER   ${A}`, ["scheme"]],
      [`JWT ${A}`, ["scheme"]],
      [`Token ${A}`, ["scheme"]],
      [`authorization: Bearer ${A}`, ["header-name", "scheme"]],
      [`\ufeff${A}\u200b`, ["bom", "white-space"]],
      [`“${A}”`, ["quotes"]],
      [`„${A}“`, ["quotes"]],
      [`"${A}",\n`, ["white-space", "punctuation", "quotes"]],
    ]) {
      const result = findTokens(text);
      assert.deepEqual(
        result.found.map(({ token }) => token),
        [A],
      );
      assert.deepEqual([...result.stripped].sort(), [...stripped].sort(), text.slice(0, 20));
    }
  },
  "the scheme tells where a sole token was"() {
    assert.deepEqual(found(`Bearer ${A}`), [[A, "bearer"]]);
    assert.deepEqual(found(`Authorization: Bearer ${A}`), [[A, "authorization"]]);
    assert.deepEqual(found(A), [[A, "text"]]);
  },
  "nothing inside of a sole token is repaired"() {
    const [header, payload, signature] = A.split(".");
    asIs(`${header}=.${payload}==.${signature}=`);
    asIs(`${header}.${payload}.+${signature.slice(1)}`);
    asIs(`${header}.${payload}.${signature}*`);
    asIs(`${header}.${payload}`);
    asIs(header);
    asIs(`${header}.${payload}.${signature}.more`);
    asIs(`${header}..${signature}`);
    asIs("hello");
    asIs("Bearer");
    asIs('"a.b.c');
  },
  "nothing is found in nothing"() {
    for (const text of ["", " ", "\n\t ", "\ufeff", "\u200b", '""', "' '"]) {
      assert.deepEqual(findTokens(text), { found: [], stripped: [] });
    }
  },

  "headers, cookies, addresses and forms say where a token is"() {
    for (const [text, ...expected] of [
      [`Host: a.example.com\nAuthorization: Bearer ${A}\nAccept: */*`, [A, "authorization"]],
      [`x-token: ${A}`, [A, "text"]],
      [`log: got Bearer ${A} from client`, [A, "bearer"]],
      [`Cookie: csrf=abc; access=${A}; refresh=${C}`, [A, "cookie:access"], [C, "cookie:refresh"]],
      [`Set-Cookie: access=${A}; Path=/; HttpOnly`, [A, "cookie:access"]],
      [`https://a.example/b?x=1&token=${A}&y=2#z`, [A, "query:token"]],
      [`https://a.example/b?token=${A}`, [A, "query:token"]],
      [
        `https://a.example/?q=1#access_token=${A}&id_token=${B}`,
        [A, "fragment:access_token"],
        [B, "fragment:id_token"],
      ],
      [`grant_type=refresh&refresh=${A}`, [A, "form:refresh"]],
      [`access=${A}`, [A, "form:access"]],
      [`export TOKEN="${A}"`, [A, "text:TOKEN"]],
      [`My token is ${A}.`, [A, "text"]],
      [`<${A}>, (${B})`, [A, "text"], [B, "text"]],
    ]) {
      assert.deepEqual(found(text), expected, text.slice(0, 50));
    }
  },
  "curl's command lines are read, over several lines"() {
    const text = [
      "curl 'https://a.example.com/v1.2.3/x' \\",
      "  -H 'accept: */*' \\",
      `  -H 'Authorization: Bearer ${A}' \\`,
      `  -b 'sessionid=1; access=${B}' \\`,
      `  --data-raw '{"refresh":"${C}"}'`,
    ].join("\n");
    assert.deepEqual(found(text), [
      [A, "authorization"],
      [B, "cookie:access"],
      [C, "json:refresh"],
    ]);
    assert.deepEqual(found(`curl a.example --data "refresh=${A}"`), [[A, "form:refresh"]]);
  },
  "raw HTTP is read, head and body"() {
    const request = `POST /a HTTP/1.1\r\nHost: a.example.com\r\nAuthorization: Bearer ${A}\r\n\r\n{"refresh": "${C}"}`;
    assert.deepEqual(found(request), [
      [A, "authorization"],
      [C, "json:refresh"],
    ]);
    const response = `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n${A}`;
    assert.deepEqual(found(response), [[A, "body"]]);
    assert.deepEqual(found(`HTTP/1.1 200 OK\r\nX-Token: ${A}\r\n\r\n`), [[A, "text"]]);
  },

  "JSON is read at any depth, with the path as the name"() {
    assert.deepEqual(found(`{"data":{"tokens":[{"id_token":"${A}"}]}}`), [
      [A, "json:data.tokens.0.id_token"],
    ]);
    assert.deepEqual(found(`{"headers":{"Authorization":"Bearer ${A}"}}`), [
      [A, "json:headers.Authorization"],
    ]);
    assert.deepEqual(found(`{"note":"use ${A} today"}`), [[A, "embedded:note"]]);
    assert.deepEqual(found(`{"url":"https://a.example/?token=${A}"}`), [[A, "query:token"]]);
    assert.deepEqual(found(JSON.stringify(A)), [[A, "text"]]);
  },
  "JSON inside of strings of JSON is read as well, and so is JSON amid other text"() {
    const inner = JSON.stringify({ access: A });
    assert.deepEqual(found(JSON.stringify({ body: inner })), [[A, "json:body.access"]]);
    assert.deepEqual(found(`log ${JSON.stringify(inner)} end`), [[A, "json:access"]]);
    assert.deepEqual(found(`{'access': '${A}', }`), [[A, "json:access"]]);
    assert.deepEqual(found(`"\\n${A}\\n" and "\\u0022${C}\\u0022"`), [
      [A, "text"],
      [C, "text"],
    ]);
  },
  "a recording of traffic (HAR) is read: headers, cookies, addresses and bodies, also in base64"() {
    const body = Buffer.from(JSON.stringify({ access: C })).toString("base64");
    const entry = {
      request: {
        url: `https://a.example/?ticket=${sign({ at: "query" })}`,
        headers: [
          { name: "Authorization", value: `Bearer ${A}` },
          { name: "cookie", value: `a=b; refresh=${B}` },
        ],
        cookies: [{ name: "refresh", value: B }],
        postData: { text: `token=${sign({ at: "form" })}` },
      },
      response: { content: { encoding: "base64", text: body } },
    };
    assert.deepEqual(found(JSON.stringify({ log: { entries: [entry] } })), [
      [sign({ at: "query" }), "query:ticket"],
      [A, "json:request.headers.authorization"],
      [B, "cookie:refresh"],
      [sign({ at: "form" }), "form:token"],
      [C, "json:response.content.text.access"],
    ]);
  },
  "percent-encoding is taken off, also twice"() {
    const inner = encodeURIComponent(JSON.stringify({ access: A }));
    assert.deepEqual(found(`auth=${inner}`), [[A, "json:access"]]);
    assert.deepEqual(found(`auth=${encodeURIComponent(inner)}`), [[A, "json:access"]]);
    assert.deepEqual(found(`auth=x ${A.replaceAll(".", "%2e")}`), [[A, "text"]]);
  },

  "simplejwt's answer is a pair, in either order, at any depth; so is OAuth's"() {
    const pair = (text) => findTokens(text).pair;
    assert.deepEqual(pair(`{"refresh":"${A}","access":"${C}"}`), { access: 1, refresh: 0 });
    assert.deepEqual(pair(`{"access":"${A}","refresh":"${C}"}`), { access: 0, refresh: 1 });
    assert.deepEqual(pair(`{"a":{"access":"${A}","refresh":"${C}"}}`), { access: 0, refresh: 1 });
    assert.deepEqual(pair(`{"access_token":"${A}","id_token":"${B}","refresh_token":"${C}"}`), {
      access: 0,
      refresh: 2,
    });
    assert.deepEqual(pair(`HTTP/1.1 200 OK\n\n{"refresh":"${A}","access":"${C}"}`), {
      access: 1,
      refresh: 0,
    });
  },
  "two tokens that were not issued together are no pair"() {
    for (const text of [
      `{"a":{"access":"${A}"},"b":{"refresh":"${C}"}}`,
      `{"access":"${A}"}`,
      `{"access":"${A}","refresh":"${A}"}`,
      `{"access":"${A}","refresh_token":"${C}"}`,
      `${A} ${C}`,
    ]) {
      assert.equal(findTokens(text).pair, undefined, text.slice(0, 40));
    }
  },

  "a token that was wrapped is joined, whatever wrapped it"() {
    for (const text of [
      wrap(A, 64),
      wrap(A, 40, "\r\n"),
      wrap(A, 76, "  \n    "),
      wrap(B, 60, " \\\n"),
      wrap(A, 60, "=\n"),
    ]) {
      const token = text.startsWith(B.slice(0, 40)) ? B : A;
      const { found, stripped } = findTokens(text);
      assert.deepEqual(found, [{ token, source: "text", isWrapped: true }]);
      assert.deepEqual(stripped, ["wrapping"]);
    }
    for (const text of [
      `On Monday somebody wrote:\n> ${wrap(A, 60, "\n> ")}\n> thanks`,
      `auth:\n  token: >-\n    ${wrap(A, 50, "\n    ")}\n  next: value`,
      `It is ${wrap(A, 70)} and no other.`,
      `Authorization: Bearer ${wrap(A, 60, "\r\n ")}\r\nHost: a.example`,
    ]) {
      const [{ token, isWrapped }, ...others] = findTokens(text).found;
      assert.deepEqual([token, isWrapped, others.length], [A, true, 0], text.slice(0, 20));
    }
  },
  "lines that are no part of a token are not joined with it"() {
    for (const text of [`${A}\nThanks`, `${A}\nhello-world-how-are-you`, `${B}\n\nAda`]) {
      const token = text.split("\n", 1)[0];
      assert.deepEqual(findTokens(text).found, [{ token, source: "text" }]);
    }
    assert.deepEqual(found(`${A}\n${C}\n${B}`), [
      [A, "text"],
      [C, "text"],
      [B, "text"],
    ]);
  },
  "tokens of every algorithm are joined, wrapped at any width, alone and in mail"() {
    const text = JSON.stringify([vectors("simplejwt"), vectors("simplejwt-keys")]);
    const byLength = new Map();
    for (const [token] of text.matchAll(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43,}/g)) {
      byLength.set(token.length, token);
    }
    assert.ok(byLength.size > 3);
    for (const token of byLength.values()) {
      for (let width = 30; width < 130; width++) {
        const wrapped = wrap(token, width);
        const mail = `Hello,\n\n${wrapped}\n\nRegards\nAda`;
        assert.deepEqual([found(wrapped), found(mail)], [[[token, "text"]], [[token, "text"]]]);
      }
    }
  },
  "a truncated token that was wrapped is joined and shown as it is"() {
    const truncated = A.slice(0, 120);
    assert.deepEqual(findTokens(wrap(truncated, 50)).found, [
      { token: truncated, source: "text", isWrapped: true },
    ]);
  },

  "encrypted, unsecured and detached tokens are tokens, whatever the header begins with"() {
    const dir = `${segment({ alg: "dir", enc: "A128GCM" })}..AAAAAAAAAAAAAAAA.BBBB.CCCCCCCCCCCCCCCCCCCCCC`;
    const none = `${segment({ alg: "none" })}.${segment({ a: 1 })}.`;
    const detached = `${segment({ alg: "HS256" })}..${A.split(".")[2]}`;
    const spaced = `${segment('{ "alg" : "HS256" }')}.${segment('{\n"a":1}')}.${A.split(".")[2]}`;
    const early = `${segment(' {"alg":"HS256"}')}.${segment("{}")}.${A.split(".")[2]}`;
    for (const token of [dir, none, detached, spaced, early]) {
      assert.deepEqual(found(token), [[token, "text"]]);
      assert.deepEqual(found(`it is ${token} here`), [[token, "text"]]);
    }
  },
  "names, versions, addresses, code and images are no tokens"() {
    for (const text of [
      "see www.example.com or executable.file.name",
      "version 1.2.3, e30.1.2, eyelash.mascara.brush",
      "mail ada@mail.example.com now",
      "window.location.href.toString() and e.y.J.a.b.c",
      "url(data:image/png;base64,iVBORw0KGgoAAAANSUhEUg.AAAA.BBBB) x",
      "eyJhbGciOiJIUzI1NiJ9... is how they begin",
    ]) {
      asIs(text);
    }
  },
  "what was clearly meant is taken, though it is no token"() {
    assert.deepEqual(found("GET / HTTP/1.1\nAuthorization: Bearer abc.def\nHost: x"), [
      ["abc.def", "authorization"],
    ]);
    assert.deepEqual(findTokens("Authorization: Bearer abc.def"), {
      found: [{ token: "abc.def", source: "authorization" }],
      stripped: ["header-name", "scheme"],
    });
    assert.deepEqual(found(`{"access":"${A.slice(0, 60)}"}`), [[A.slice(0, 60), "json:access"]]);
    const claims = '{"sub":"ada","exp":5}';
    assert.deepEqual(found(claims), [[claims, "text"]]);
  },
  "a token is found once, in the order of the text, and 200 at most"() {
    assert.deepEqual(found(`x=1&a=${C} Bearer ${A} ${C}`), [
      [C, "form:a"],
      [A, "bearer"],
    ]);
    const many = Array.from({ length: 250 }, (_, at) => sign({ at }));
    assert.equal(findTokens(many.join(" ")).found.length, 200);
    assert.equal(findTokens(JSON.stringify(many)).found.length, 200);
    assert.equal(findTokens(many.slice(0, 199).join("\n")).found.length, 199);
  },
  "every token of the test vectors is found in prose and in JSON as it is"() {
    const tokens = [
      ...vectors("rfc").map(({ token }) => token),
      ...Object.values(vectors("simplejwt"))
        .flatMap((group) => Object.values(group))
        .map((one) => one?.token),
    ].filter((token) => typeof token === "string" && token.split(".").length === 3);
    assert.ok(tokens.length > 5);
    for (const token of tokens) {
      assert.deepEqual(found(token), [[token, "text"]]);
      assert.deepEqual(found(`one ${token} two`), [[token, "text"]]);
      assert.deepEqual(found(JSON.stringify({ a: token })), [[token, "json:a"]]);
    }
  },
  "nothing makes it throw, be it deep, unclosed or endless"() {
    for (const text of [
      "[".repeat(20_000),
      `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
      `${"[".repeat(5000)}"${A}"${"]".repeat(5000)}`,
      '"'.repeat(20_000),
      "%".repeat(20_000),
      "%E0%A4%A",
      "\\u".repeat(10_000),
      "eyJ".repeat(10_000),
      "a.".repeat(10_000),
      "eyJhbGci.\n".repeat(2_000),
      "\ud800.\ud800.\ud800",
      '{"__proto__":"x","constructor":{"name":"a","value":"b.c.d"}}',
    ]) {
      const { found } = findTokens(text);
      assert.equal(found.length, 1);
    }
  },
  "each source and each thing stripped has words"() {
    const sources = "text bearer authorization cookie query fragment form json body embedded".split(
      " ",
    );
    const stripped = "bom white-space header-name scheme punctuation quotes wrapping".split(" ");
    const keys = [
      ...sources.map((code) => `found.source.${code}`),
      ...stripped.map((code) => `found.stripped.${code}`),
    ];
    for (const language of Object.keys(STRINGS)) {
      const known = Object.keys(STRINGS[language]).filter((key) => key.startsWith("found."));
      assert.deepEqual(known.sort(), [...keys].sort());
    }
  },
};
