/**
 * Tokens of these tests: one from elsewhere, the rest made here, by node's own HMAC.
 */
import { createHmac } from "node:crypto";

/** Issued by djangorestframework-simplejwt 5.5.1, with a throw-away secret. */
export const SIMPLEJWT = {
  token:
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ0b2tlbl90eXBlIjoiYWNjZXNzIiwiZXhwIjoxNzk1MzY4ODEwLCJpYXQiOjE3OTUzNjg1MTAsImp0aSI6ImY5OWY1N2I2MGZkMDRiYjA5MjM5YzFkNzcxNjI1YWE5IiwidXNlcl9pZCI6IjEifQ.eI1Z7nI-epnb0Kvm6KsKMFfHEZuVbYA5WNLtRSV9HI8",
  secret: "test-only-secret-key-for-loopback-fixtures-0123456789abcdef",
  iat: 1795368510,
  exp: 1795368810,
};

/** The same library's, signed with an Ed25519 key. */
export const SIMPLEJWT_EDDSA =
  "eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJ0b2tlbl90eXBlIjoicmVmcmVzaCIsImV4cCI6MTc5NTQ1NTA3NiwiaWF0IjoxNzk1MzY4Njc2LCJqdGkiOiJmOGMwNDI2NTRjODM0YzEzYjE0MjMzNDFhYjZjYzRlZCIsInVzZXJfaWQiOiIxIn0.hZI0BnLsSF8szPdaMsYSPVSjTjIrsfiMmPmq07qfoJVY-5lFcBkoHfxmx940y8ZPUPsxGIOmy8VeYBcaHMZPBw";

/** As long as HS256 asks for, and no longer. */
export const SECRET = "0123456789abcdef0123456789abcdef";

/**
 * Signs `payload`, JSON text or a value, with HMAC.
 *
 * @param {unknown} payload
 * @param {{ secret?: string, header?: object | string }} [options]
 */
export function sign(payload, { secret = SECRET, header = { alg: "HS256", typ: "JWT" } } = {}) {
  const input = `${segment(header)}.${segment(payload)}`;
  return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
}

/** A segment of JSON text or of a value. */
export function segment(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return Buffer.from(text).toString("base64url");
}
