/**
 * Cases: requests and their exact answers, each acceptance with its nearest refusals.
 *
 * `authorization`: the header's values, one for each such header, whose characters are bytes.
 */
const MISSING = { status: 401, challenge: "Bearer", body: "" };
const MALFORMED = {
  status: 400,
  challenge: 'Bearer error="invalid_request"',
  body: '{"error":"invalid_request"}',
};
const INVALID = {
  status: 401,
  challenge: 'Bearer error="invalid_token"',
  body: '{"error":"invalid_token"}',
};
const lacking = (challenge) => ({ status: 403, challenge, body: '{"error":"insufficient_scope"}' });
const DEAD = { status: 503, retryAfter: "5", body: '{"error":"temporarily_unavailable"}' };
const ADA = { status: 200, body: "ada" };
const ANYBODY = { status: 200, body: "anybody" };

export function casesOf({ tokens }) {
  const { valid } = tokens;
  const cases = [];
  const add = (path, authorization, expected, name) =>
    cases.push({ name: `${path}: ${name}`, path, authorization, expected });

  for (const [name, authorization, expected] of [
    ["no header", [], MISSING],
    ["an empty header", [""], MISSING],
    ["a token", [`Bearer ${valid}`], ADA],
    ["a token, scheme in lower case", [`bearer ${valid}`], ADA],
    ["a token, scheme in upper case", [`BEARER ${valid}`], ADA],
    ["a token after two spaces", [`Bearer  ${valid}`], ADA],
    ["a token after a tab", [`Bearer\t${valid}`], MALFORMED],
    ["a token after a comma", [`Bearer,${valid}`], MALFORMED],
    ["a token after an equals sign", [`Bearer=${valid}`], MALFORMED],
    ["a token alone", [valid], MISSING],
    ["a longer scheme", [`Bearers ${valid}`], MISSING],
    ["a scheme that begins with it", [`Bearer-2 ${valid}`], MISSING],
    ["another scheme", ["Basic YWRhOmFkYQ=="], MISSING],
    ["the scheme alone", ["Bearer"], MALFORMED],
    ["a comma after the token", [`Bearer ${valid},`], MALFORMED],
    ["a parameter after the token", [`Bearer ${valid}, a=b`], MALFORMED],
    ["a parameter in place of the token", [`Bearer token="${valid}"`], MALFORMED],
    ["a second token", [`Bearer ${valid} ${valid}`], MALFORMED],
    ["a token in quotes", [`Bearer "${valid}"`], MALFORMED],
    ["a percent sign", [`Bearer ${valid}%3D`], MALFORMED],
    ["padding alone", ["Bearer =="], MALFORMED],
    ["padding in the middle", ["Bearer a=.b.c"], MALFORMED],
    ["padding at the end is a token, though none of ours", [`Bearer ${valid}=`], INVALID],
    ["characters of base64 are a token too", ["Bearer a+/~b"], INVALID],
    ["two headers", [`Bearer ${valid}`, `Bearer ${valid}`], MALFORMED],
    ["two headers, the second empty", [`Bearer ${valid}`, ""], MALFORMED],
    ["two headers, the first empty", ["", `Bearer ${valid}`], MALFORMED],
    ["two headers, the second without a token", [`Bearer ${valid}`, "Bearer"], MALFORMED],
    ["two headers, both Basic", ["Basic YTph", "Basic YTph"], MISSING],
    ["two headers, the first Basic", ["Basic YTph", `Bearer ${valid}`], MALFORMED],
    ["two headers, the second Basic", [`Bearer ${valid}`, "Basic YTph"], MALFORMED],
    ["a byte beyond ASCII after the token", [`Bearer ${valid}\xe9`], MALFORMED],
    ["two bytes of UTF-8 in the token", [`Bearer \xc3\xa9${valid}`], MALFORMED],
    ["a byte beyond ASCII in the scheme", [`B\xe9arer ${valid}`], MISSING],
    ["a no-break space", [`Bearer\xa0${valid}`], MALFORMED],
    ["64 KB", [`Bearer ${tokens.long}`], ADA],
    ["64 KB, one character changed", [`Bearer ${tokens["long and tampered"]}`], INVALID],
    ["64 KB of dots", [`Bearer ${".".repeat(65_000)}`], INVALID],
    ["64 KB of commas", [`Bearer ${",".repeat(65_000)}`], MALFORMED],
  ]) {
    add("/plain", authorization, expected, name);
  }
  const plain = {
    "expires in a second": ADA,
    expired: INVALID,
    tampered: INVALID,
    unsigned: INVALID,
    none: INVALID,
    alien: INVALID,
    "for another audience": INVALID,
    es256: INVALID,
  };
  const realm = 'Bearer realm="the \\"api\\" \\\\ all of it"';
  const metadata = 'resource_metadata="https://api.example/.well-known/oauth-protected-resource"';
  const scoped = lacking('Bearer realm="api", error="insufficient_scope", scope="read write"');
  const tables = {
    "/plain": plain,
    "/realm": {
      "no token": { ...MISSING, challenge: realm },
      "not a token!": { ...MALFORMED, challenge: `${realm}, error="invalid_request"` },
      alien: { ...INVALID, challenge: `${realm}, error="invalid_token"` },
      valid: ADA,
    },
    "/metadata": {
      "no token": { ...MISSING, challenge: `Bearer realm="api", ${metadata}` },
      alien: { ...INVALID, challenge: `Bearer realm="api", error="invalid_token", ${metadata}` },
      valid: ADA,
    },
    "/scoped": {
      valid: ADA,
      "scope write read": ADA,
      "scope read": scoped,
      "scope reads write": scoped,
      "scope as a list": scoped,
      "scope missing": scoped,
      expired: { ...INVALID, challenge: 'Bearer realm="api", error="invalid_token"' },
      "no token": { ...MISSING, challenge: 'Bearer realm="api"' },
    },
    "/optional": {
      "no token": ANYBODY,
      valid: ADA,
      alien: INVALID,
      "not a token!": MALFORMED,
    },
    "/revoked": { valid: INVALID, "no token": MISSING },
    "/short": { valid: INVALID, "no token": MISSING },
    "/jwk": {
      es256: ADA,
      "es256, alien": INVALID,
      // An HMAC of whatever text must not pass where a public key is wanted.
      valid: INVALID,
    },
    "/jwks": {
      es256: ADA,
      "es256, alien": INVALID,
      "es256, kid unknown": INVALID,
      "es256, kid off-curve": INVALID,
      valid: INVALID,
      "no token": MISSING,
    },
    "/dead": { es256: DEAD, "no token": MISSING, "not a token!": MALFORMED },
  };
  for (const [path, table] of Object.entries(tables)) {
    for (const [name, expected] of Object.entries(table)) {
      const token = tokens[name] ?? name;
      add(path, name === "no token" ? [] : [`Bearer ${token}`], expected, name);
    }
  }
  return cases;
}

/** What of an answer is compared. `header` gives a header's value, or `null`. */
export function seen(status, header, body) {
  return {
    status,
    challenge: header("www-authenticate"),
    retryAfter: header("retry-after"),
    cache: status === 200 ? null : header("cache-control"),
    type: status === 200 || body === "" ? null : header("content-type"),
    body,
  };
}

/** An expectation, filled up to what `seen` gives. */
export function expectedOf({ status, challenge = null, retryAfter = null, body }) {
  const isRefusal = status !== 200;
  return {
    status,
    challenge,
    retryAfter,
    cache: isRefusal ? "no-store" : null,
    type: isRefusal && body !== "" ? "application/json" : null,
    body,
  };
}
