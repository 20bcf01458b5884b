//! Reports for JavaScript, as the objects that they are: nobody waits for one on a hot path.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::exchange::read_input;
use super::options::read_verify_options;
use super::{handles, read_now};
use crate::error::Error;
use crate::inspect::inspect;

/// The report about the token in the input, after the options (JSON text; none if their length is
/// 0). No keys are given if `keys` is 0. What cannot even be begun is `null`.
#[wasm_bindgen]
pub fn inspect_token(keys: u32, length: usize, options_length: usize, now: f64) -> JsValue {
    let report = || -> Result<JsValue, Error> {
        let keys = if keys == 0 { None } else { Some(handles::keys(keys)?) };
        let now = read_now(now)?;
        read_input(length, |input| {
            let (options, token) = input.split_at_checked(options_length).unwrap_or_default();
            let options = read_verify_options(options)?;
            let report = inspect(token, keys.as_ref(), &options, now);
            Ok(serde_wasm_bindgen::to_value(&report).unwrap_or_default())
        })
    };
    report().unwrap_or(JsValue::NULL)
}
