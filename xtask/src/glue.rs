//! Glue: what wasm-bindgen's JavaScript needs beyond what it generates.

use anyhow::{Result, ensure};

/// Makes `__wbg_set_wasm` forget the views of an earlier instance's memory.
///
/// The glue renews a cached view only when its buffer is detached. The memory of an instance that
/// trapped is not: its successor would read the dead one's bytes, and find a valid token malformed.
///
/// # Errors
/// The glue has another form than that of the pinned wasm-bindgen.
pub(crate) fn forget_old_memory(glue: &str) -> Result<String> {
    ensure!(glue.matches(SETTER).count() == 1, "the glue does not have one `__wbg_set_wasm`");
    let views = cached_views(glue)?;
    let reset: String = views.iter().map(|view| format!("\n    {view} = null;")).collect();
    Ok(glue.replacen(SETTER, &format!("{SETTER}{reset}"), 1))
}

/// A module of what the wasm imports, and of the setter that goes with it.
///
/// The package calls the wasm's exports themselves, which are numeric: what the glue wraps them in
/// would only be more to download.
pub(crate) fn imports(glue: &str) -> String {
    let names = glue.lines().filter_map(|line| line.strip_prefix("export function "));
    let names = names.filter_map(|rest| rest.split('(').next());
    let imports: Vec<&str> = names.filter(|name| name.starts_with("__wb")).collect();
    format!("export {{ {} }} from \"./wasm_jwt_bg.js\";\n", imports.join(", "))
}

/// Its typings.
pub(crate) const IMPORTS_TYPINGS: &str =
    "export function __wbg_set_wasm(exports: WebAssembly.Exports): void;\n";

/// The names of the variables that hold a view of memory 0.
fn cached_views(glue: &str) -> Result<Vec<&str>> {
    let mut views = Vec::new();
    for line in glue.lines() {
        let Some(declaration) = line.trim().strip_prefix("let ") else { continue };
        let name = declaration.split_whitespace().next().unwrap_or_default();
        // Not every cache is a view: `cachedTextDecoder` outlives an instance.
        if name.starts_with("cached") && name.ends_with("Memory0") {
            views.push(name);
        }
    }
    let mentioned = glue.matches("Memory0 = new ").count();
    ensure!(mentioned == views.len(), "the glue caches a memory view that it does not declare");
    Ok(views)
}

const SETTER: &str = "export function __wbg_set_wasm(val) {";

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
let cachedDataViewMemory0 = null;
function getDataViewMemory0() {
    if (cachedDataViewMemory0 === null) {
        cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    }
    return cachedDataViewMemory0;
}

let cachedTextDecoder = new TextDecoder('utf-8');

let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
    if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
        cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
    }
    return cachedUint8ArrayMemory0;
}

let wasm;
export function __wbg_set_wasm(val) {
    wasm = val;
}
";

    #[test]
    fn every_memory_view_is_forgotten_and_nothing_else() {
        let patched = forget_old_memory(GLUE).expect("the glue has the known form");
        let setter = "\
export function __wbg_set_wasm(val) {
    cachedDataViewMemory0 = null;
    cachedUint8ArrayMemory0 = null;
    wasm = val;
}
";
        assert!(patched.ends_with(setter), "{patched}");
        assert!(!patched.contains("cachedTextDecoder = null"));
    }

    #[test]
    fn glue_without_views_is_left_as_it_is() {
        let glue = "let wasm;\nexport function __wbg_set_wasm(val) {\n    wasm = val;\n}\n";
        assert_eq!(forget_old_memory(glue).ok().as_deref(), Some(glue));
    }

    #[test]
    fn glue_without_a_setter_is_refused() {
        assert!(forget_old_memory(&GLUE.replace("__wbg_set_wasm", "__wbg_set")).is_err());
    }

    #[test]
    fn a_view_declared_in_an_unknown_form_is_refused() {
        let glue = GLUE.replace("let cachedDataViewMemory0", "var cachedDataViewMemory0");
        assert!(forget_old_memory(&glue).is_err());
    }

    #[test]
    fn imports_are_the_functions_of_wasm_bindgen_and_no_others() {
        let glue = "export function verify(length) {\n}\nexport function __wbg_set_wasm(val) {\n}\n\
            export function __wbindgen_throw(at) {\n}\nfunction __wbg_inside() {\n}\n";
        let module = "export { __wbg_set_wasm, __wbindgen_throw } from \"./wasm_jwt_bg.js\";\n";
        assert_eq!(imports(glue), module);
    }
}
