/**
 * Wasm costs: how many bytes of a wasm's code are whose, by the names of its functions.
 *
 * What was inlined counts for the function that it was inlined into, and a generic function for the
 * crate that wrote it, whoever asked for it. So the numbers say where code is, not what leaving a
 * crate out would save.
 */

const FUNCTION = 0;
const [CUSTOM, IMPORT, CODE] = [0, 2, 10];
const FUNCTION_NAMES = 1;

/** `{ owners: [[owner, bytes]], code, sections: [[name, bytes]] }`, the largest first. */
export function costs(wasm) {
  const owners = new Map();
  const sections = new Map();
  const names = new Map();
  let bodies = [];
  let imported = 0;
  const reader = read(wasm, 8);
  while (reader.more()) {
    const id = reader.byte();
    const section = reader.sized();
    const bytes = section.left();
    if (id === IMPORT) imported = countImports(section);
    if (id === CODE) bodies = sizes(section);
    const name = id === CUSTOM ? section.text() : SECTIONS[id];
    sections.set(name, (sections.get(name) ?? 0) + bytes);
    if (id === CUSTOM && name === "name") readNames(section, names);
  }
  for (const [at, bytes] of bodies.entries()) {
    const owner = ownerOf(names.get(imported + at) ?? "");
    owners.set(owner, (owners.get(owner) ?? 0) + bytes);
  }
  const sorted = (map) => [...map].sort(([, a], [, b]) => b - a);
  return { owners: sorted(owners), code: sections.get("code"), sections: sorted(sections) };
}

/** A crate, and of ours the module. */
function ownerOf(name) {
  // `<sha2[ba74…]::Sha256 as digest[ec32…]::Update>::update` is the first one's.
  const [, crate, module] = /([a-z_]\w*)\[[0-9a-f]+\](?:::([a-z_]\w*))?/.exec(name) ?? [];
  if (crate === "wasm_jwt") return `wasm-jwt ${module ?? ""}`.trim();
  if (crate === "__rustc") return "std";
  if (crate) return crate.replaceAll("_", "-");
  // `<i64>::pow`: methods of primitive types are written in core.
  if (name.startsWith("<")) return "core";
  if (/^(mem(cpy|move|set|cmp)|bcmp|__(multi|ashl|ashr|lshr)\w+)$/.test(name)) {
    return "compiler-builtins";
  }
  if (/^__(wbindgen|wbg|externref)/.test(name)) return "wasm-bindgen";
  return name === "" ? "without a name" : "wasm-jwt wasm (exports)";
}

function countImports(section) {
  let functions = 0;
  for (let left = section.number(); left > 0; left--) {
    section.text();
    section.text();
    const kind = section.byte();
    // wasm-bindgen imports functions only; the other kinds have other forms.
    if (kind !== FUNCTION) throw new Error(`an import of kind ${kind}`);
    section.number();
    functions++;
  }
  return functions;
}

function sizes(section) {
  const sizes = [];
  for (let left = section.number(); left > 0; left--) {
    const before = section.left();
    section.sized();
    sizes.push(before - section.left());
  }
  return sizes;
}

function readNames(section, names) {
  while (section.more()) {
    const id = section.byte();
    const map = section.sized();
    if (id !== FUNCTION_NAMES) continue;
    for (let left = map.number(); left > 0; left--) names.set(map.number(), map.text());
  }
}

/** Reads `bytes` from `at` on, as the binary format of WebAssembly writes things. */
function read(bytes, at) {
  const reader = {
    more: () => at < bytes.length,
    left: () => bytes.length - at,
    byte: () => bytes[at++],
    /** LEB128, unsigned. */
    number() {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = reader.byte();
        value += (byte & 127) * 2 ** shift;
        if (byte < 128) return value;
      }
    },
    /** A part that begins with its size. */
    sized() {
      const size = reader.number();
      at += size;
      return read(bytes.subarray(at - size, at), 0);
    },
    text() {
      const size = reader.number();
      at += size;
      return new TextDecoder().decode(bytes.subarray(at - size, at));
    },
  };
  return reader;
}

/** By id. */
const SECTIONS = [
  "custom",
  "type",
  "import",
  "function",
  "table",
  "memory",
  "global",
  "export",
  "start",
  "element",
  "code",
  "data",
  "data count",
];
