/** The wasm as hexadecimal text; pkg/build.mjs puts it in. */
declare module "wasm-as-hex" {
  const hex: string;
  export default hex;
}

declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}
