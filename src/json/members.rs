//! Members of a JSON object, written one after the other.

use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::Object;
use super::string::quote_onto;
use crate::base64url;

/// Members of an object under construction. That no name comes twice is the caller's business.
#[derive(Default)]
pub(crate) struct Members {
    /// Each but the first has a comma before it.
    text: String,
}

impl Members {
    /// With room for so many bytes of text: a text that grows beyond it leaves a copy behind.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes) }
    }

    /// Begins a member; its value is to be written onto what this returns.
    // Called from many places, none of them hot.
    #[inline(never)]
    pub(crate) fn name(&mut self, name: &str) -> &mut String {
        if !self.text.is_empty() {
            self.text.push(',');
        }
        quote_onto(name, &mut self.text);
        self.text.push(':');
        &mut self.text
    }

    /// Adds a string.
    #[inline(never)]
    pub(crate) fn string(&mut self, name: &str, value: &str) {
        quote_onto(value, self.name(name));
    }

    /// Adds bytes as base64url. They may be secret: no copy stays behind but in the text.
    #[inline(never)]
    pub(crate) fn bytes(&mut self, name: &str, value: &[u8]) {
        let mut encoded = Zeroizing::new(Vec::with_capacity(value.len().div_ceil(3) * 4));
        base64url::encode_onto(value, &mut encoded);
        self.string(name, str::from_utf8(&encoded).unwrap_or_default());
    }

    /// Adds an array of strings.
    #[cfg(feature = "wasm")]
    #[inline(never)]
    pub(crate) fn strings(&mut self, name: &str, values: &[String]) {
        let text = self.name(name);
        let mut before = '[';
        for value in values {
            text.push(before);
            quote_onto(value, text);
            before = ',';
        }
        text.push_str(if values.is_empty() { "[]" } else { "]" });
    }

    /// The text of an object of these members.
    pub(crate) fn into_object(self) -> String {
        ["{", &self.text, "}"].concat()
    }

    /// The text of an object of these members, wiped on drop.
    pub(crate) fn into_secret_object(self) -> Zeroizing<String> {
        let text = Zeroizing::new(self.text);
        Zeroizing::new(["{", &text, "}"].concat())
    }

    /// The text of `object` with these members at its end.
    pub(crate) fn onto(self, object: Object) -> String {
        if self.text.is_empty() {
            return object.into_text();
        }
        let comma = if object.members().next().is_none() { "" } else { "," };
        let head = object.text().trim_ascii_end();
        let head = head.strip_suffix('}').unwrap_or(head);
        [head, comma, &self.text, "}"].concat()
    }
}
