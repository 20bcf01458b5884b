/**
 * Places: by its path, how each is protected. The same for `protect` and every middleware.
 */

/** `options`: those that a test's path stands for. */
export function placesOf({ now, secret, jwk, offCurve }, { createRemoteKeySet }) {
  const serving = (keys) => async () => Response.json({ keys });
  const set = (fetch) => createRemoteKeySet("https://id.example/jwks", { now, fetch });
  const common = { now, audience: "api" };
  return {
    "/plain": { ...common, key: secret },
    "/realm": { ...common, key: secret, realm: 'the "api" \\ all of it' },
    "/metadata": {
      ...common,
      key: secret,
      realm: "api",
      resourceMetadata: "https://api.example/.well-known/oauth-protected-resource",
    },
    "/scoped": { ...common, key: secret, scopes: ["read", "write"], realm: "api" },
    "/optional": { ...common, key: secret, optional: true },
    "/revoked": { ...common, key: secret, isRevoked: async ({ payload }) => payload.sub === "ada" },
    "/short": { ...common, key: secret, maxTokenBytes: 100 },
    "/jwk": { ...common, key: jwk },
    "/jwks": { ...common, jwks: set(serving([offCurve, jwk])) },
    "/dead": { ...common, jwks: set(async () => Promise.reject(new Error("no network"))) },
  };
}
