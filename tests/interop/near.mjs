/**
 * Near: a token that holds, and what differs from it by next to nothing.
 */

/** `now` is a second before `exp`. */
export function near({ token, secret, now }) {
  const holds = { token, secret, now };
  const [header, payload, signature] = token.split(".");
  const resigned = (bytes) => `${header}.${payload}.${bytes.toString("base64url")}`;
  const bytes = Buffer.from(signature, "base64url");
  const withBitFlipped = (at) => {
    const changed = Buffer.from(bytes);
    changed[at >> 3] ^= 1 << (at & 7);
    return resigned(changed);
  };
  const otherPayload = Buffer.from(
    Buffer.from(payload, "base64url").toString().replace("ada", "adb"),
  ).toString("base64url");
  return [
    { name: "as it is", taken: true, ...holds },
    { name: "at exp", taken: false, ...holds, now: now + 1 },
    { name: "long after exp", taken: false, ...holds, now: now + 1e6 },
    { name: "its first bit flipped", taken: false, ...holds, token: withBitFlipped(0) },
    {
      name: "its last bit flipped",
      taken: false,
      ...holds,
      token: withBitFlipped(bytes.length * 8 - 1),
    },
    { name: "a byte short", taken: false, ...holds, token: resigned(bytes.subarray(0, -1)) },
    {
      name: "a byte too many",
      taken: false,
      ...holds,
      token: resigned(Buffer.concat([bytes, bytes.subarray(0, 1)])),
    },
    { name: "no signature", taken: false, ...holds, token: `${header}.${payload}.` },
    {
      name: "another payload",
      taken: false,
      ...holds,
      token: `${header}.${otherPayload}.${signature}`,
    },
    { name: "another secret", taken: false, ...holds, secret: `${secret}!` },
    { name: "the secret, a letter short", taken: false, ...holds, secret: secret.slice(1) },
  ];
}
