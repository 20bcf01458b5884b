/**
 * Guard: from the value of an `Authorization` header to trusted claims, or to an `AuthError`.
 *
 * What `protect` and the middlewares are made of; it knows neither requests nor answers.
 */
import type { Verified } from "../claims.js";
import { AuthError, type AuthErrorCode } from "./auth-error.js";
import { readCredential } from "./bearer.js";
import { JwtError, createVerifier } from "./default-entry.js";
import { type GuardOptions, readGuardOptions } from "./guard-options.js";
import { createVerifiers } from "./verifiers.js";

/** What a guard says of a request; `refusal` if it is not let through. */
export interface Judgement<C extends object> {
  readonly refusal?: AuthError;
  /** Absent too if there was no token and none is needed. */
  readonly verified?: Verified<C>;
}

/** Rejects only where the configuration is at fault: with a bad key, or with what a function threw. */
export type Guard<C extends object, Args extends unknown[]> = (
  authorization: string | null | undefined,
  args: Args,
) => Promise<Judgement<C>>;

/** What is wrong with the host or the key, whatever the token is. */
const OWN_FAULTS = ["ERR_JWT_KEY_INVALID", "ERR_JWT_WASM_BLOCKED", "ERR_JWT_CRYPTO_UNAVAILABLE"];

/**
 * The guard, and the option `onRefused`, which each face of it calls in its own way.
 *
 * @throws TypeError, JwtError for options that cannot be used
 */
export function createGuard<C extends object, Args extends unknown[]>(
  options: GuardOptions<C, Args>,
): [guard: Guard<C, Args>, onRefused: any] {
  const [own, verifying] = readGuardOptions(options);
  const { key, jwks, scopes, realm, resourceMetadata, optional, getToken, isRevoked } = own;
  const verifierOf = createVerifiers(
    own.createVerifier ?? createVerifier,
    key ?? jwks,
    "jwks" in own,
    verifying,
  );
  const wanted: readonly string[] = [scopes ?? []].flat();
  const parameters = { realm, resourceMetadata, scope: wanted.join(" ") };
  const refuse = (code: AuthErrorCode, cause?: unknown) =>
    new AuthError(code, parameters, cause === undefined ? {} : { cause });

  const verify = async (token: string, args: Args): Promise<Verified<C>> => {
    const { verifier, hasMany } = await verifierOf(args);
    try {
      return (await verifier.verifyAsync(token)) as Verified<C>;
    } catch (error) {
      if (!(error instanceof JwtError)) throw error;
      const { code, reason } = error;
      // Which key of a set is used, the token says: a bad one among them is its bad luck.
      if (OWN_FAULTS.includes(code) && !(hasMany && code === "ERR_JWT_KEY_INVALID")) throw error;
      // With a reason it is the set that is not there; without one, the token's key is not in it.
      const hasNoKeys = code === "ERR_JWT_KEY_NOT_FOUND" && reason;
      throw refuse(hasNoKeys ? "ERR_AUTH_KEYS_UNAVAILABLE" : "ERR_AUTH_INVALID_TOKEN", error);
    }
  };

  const judge = async (
    authorization: string | null | undefined,
    args: Args,
  ): Promise<Verified<C> | undefined> => {
    const token = getToken ? await getToken(...args) : readCredential(authorization, refuse);
    if (token === undefined || token === null) {
      if (optional) return undefined;
      throw refuse("ERR_AUTH_MISSING");
    }
    const verified = await verify(token, args);
    const { scope } = verified.payload as { scope?: unknown };
    const held = typeof scope === "string" ? scope.split(" ") : [];
    if (!wanted.every((name) => held.includes(name))) throw refuse("ERR_AUTH_INSUFFICIENT_SCOPE");
    if (await isRevoked?.(verified, ...args)) throw refuse("ERR_AUTH_INVALID_TOKEN");
    return verified;
  };

  const guard: Guard<C, Args> = async (authorization, args) => {
    try {
      const verified = await judge(authorization, args);
      return verified ? { verified } : {};
    } catch (error) {
      if (error instanceof AuthError) return { refusal: error };
      throw error;
    }
  };
  return [guard, own.onRefused];
}
