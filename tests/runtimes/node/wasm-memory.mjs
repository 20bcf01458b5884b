/**
 * The linear memory of the package's wasm instance, which it shows to nobody.
 *
 * To be imported before the package makes its first call.
 */
const { Instance } = WebAssembly;
let memory;

WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    super(module, imports);
    memory = this.exports.memory;
  }
};

/** The memory's bytes as they are now. */
export function memoryBytes() {
  return Buffer.from(memory.buffer);
}

/** How many bytes the memory has. */
export function memorySize() {
  return memory.buffer.byteLength;
}
