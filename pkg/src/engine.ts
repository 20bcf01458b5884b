/**
 * The wasm instance: where it comes from, its memory, and what happens should it ever trap.
 *
 * Compiled at the first call, synchronously: at this size that is faster than any asynchronous way,
 * and nobody has to wait for it or to remember it.
 */
// The full wasm has every export; what the default one lacks, only `wasm-jwt/full` calls.
import type * as Exports from "../wasm/full/exports.js";
import * as imports from "../wasm/core/imports.js";
import { JwtError, type JwtErrorCode, type JwtErrorFields } from "./error.js";

/**
 * The exports of the instance: numbers in, numbers out, 0 where something is refused. Not to be read
 * before `instantiate` was called, which `write` does.
 */
export let wasm: typeof Exports;

let source: () => WebAssembly.Module = () => {
  throw new TypeError("wasm-jwt/slim: call init() or initSync() first");
};
let memory: WebAssembly.Memory | undefined;
// Views of its memory. They are detached, and empty, when it grows.
let bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
let input = new Uint8Array();
let fields = new Float64Array();

/** Counts the instances. A handle of an earlier one is void. */
export let generation = 0;

const encoder = new TextEncoder();
// What it decodes was checked on the other side, and that has no byte order mark.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Says where the module comes from when it is needed. */
export function setSource(from: () => WebAssembly.Module): void {
  source = from;
}

/** Makes sure that there is an instance. */
export function instantiate(): void {
  if (memory) return;
  try {
    // Never `instanceof WebAssembly.Module`: in a sandbox that is another realm's class.
    const { exports } = new WebAssembly.Instance(source(), { "./wasm_jwt_bg.js": imports });
    imports.__wbg_set_wasm(exports);
    wasm = exports as unknown as typeof Exports;
    wasm.__wbindgen_start();
    ({ memory } = wasm);
    generation++;
  } catch (cause) {
    throw asBlocked(cause);
  }
}

/** What to throw for `cause`, which compiling gave: hosts that forbid it all say CompileError. */
export function asBlocked(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause.name !== "CompileError") return cause;
  return new JwtError(
    "ERR_JWT_WASM_BLOCKED",
    "WebAssembly is blocked here: allow script-src 'wasm-unsafe-eval' in the Content Security " +
      "Policy or, on an edge host, let the bundler take the workerd or edge-light condition",
    { cause },
  );
}

/**
 * Writes `text` into the input and returns its length in bytes.
 *
 * Whoever calls has bounded the length: a text beyond the fixed view costs two copies.
 */
export function write(text: string): number {
  if (input.byteLength === 0) refreshViews();
  const { read, written } = encoder.encodeInto(text, input);
  return read === text.length ? written : writeBytes(encoder.encode(text));
}

/** Writes bytes into the input and returns their length. */
export function writeBytes(from: Uint8Array): number {
  if (input.byteLength === 0) refreshViews();
  if (from.length <= input.length) {
    input.set(from);
  } else {
    let address: number;
    try {
      address = wasm.large_input_address(from.length);
    } catch (error) {
      throw afterTrap(error);
    }
    if (address === 0) throw malformed("token", "too large");
    if (bytes.byteLength === 0) refreshViews();
    bytes.set(from, address);
  }
  return from.length;
}

/** Writes what is secret: no copy outlives the call. */
export function writeSecret(text: string): number {
  const encoded = encoder.encode(text);
  try {
    return writeBytes(encoded);
  } finally {
    encoded.fill(0);
  }
}

/** Leaves random bytes for the next signature. */
export function writeRandom(random: Uint8Array): void {
  if (bytes.byteLength === 0) refreshViews();
  bytes.set(random, wasm.random_address());
  random.fill(0);
}

/** A field of the last reply; `src/wasm/exchange.rs` has the list. */
export const enum Field {
  Address,
  HeaderLength,
  TextLength,
  SignatureLength,
  KeyIndex,
  BigIntegersInText,
  BigIntegersInHeader,
  From,
  FromNanos,
  Until,
  UntilNanos,
}

/** Reads a field of the last reply. */
export function field(which: Field): number {
  // A call that made the memory grow has detached the view.
  if (fields.byteLength === 0) refreshViews();
  return fields[which]!;
}

/** The text of the last reply. */
export function replyText(): string {
  return textAt(field(Field.Address) + field(Field.HeaderLength), field(Field.TextLength));
}

/** The header text before it (`verify`, `decode`). */
export function replyHeader(): string {
  return textAt(field(Field.Address), field(Field.HeaderLength));
}

/** A copy of the signature after it (`decode`). */
export function replySignature(): Uint8Array<ArrayBuffer> {
  const start = field(Field.Address) + field(Field.HeaderLength) + field(Field.TextLength);
  return bytes.slice(start, start + field(Field.SignatureLength));
}

function textAt(address: number, length: number): string {
  return decoder.decode(bytes.subarray(address, address + length));
}

/** The error that the last reply holds. A wrong option is the caller's mistake: a `TypeError`. */
export function replyError(): Error {
  const { code, message, ...rest } = JSON.parse(replyText()) as {
    code: JwtErrorCode;
    message: string;
  } & JwtErrorFields;
  return rest.part === "option" ? new TypeError(message) : new JwtError(code, message, rest);
}

/** A refusal decided on this side. */
export function malformed(part: "token" | "payload" | "key", reason: string): JwtError {
  return new JwtError("ERR_JWT_MALFORMED", `${part}: ${reason}`, { part, reason });
}

/**
 * What to throw for `error`, which left a call into wasm. A trap leaves the instance in an unknown
 * state, so it is given up and the next call makes another.
 */
export function afterTrap(error: unknown): unknown {
  if (error instanceof Error && error.name === "RuntimeError") {
    memory = undefined;
    bytes = new Uint8Array();
    input = new Uint8Array();
    fields = new Float64Array();
    generation++;
  }
  return error;
}

function refreshViews(): void {
  instantiate();
  const { buffer } = memory!;
  bytes = new Uint8Array(buffer);
  input = new Uint8Array(buffer, wasm.input_address(), wasm.input_capacity());
  fields = new Float64Array(buffer, wasm.fields_address(), Field.UntilNanos + 1);
}
