//! Members of a JSON object, written one after the other.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::Object;
use super::string::quote_onto;

/// Members of an object under construction. That no name comes twice is the caller's business.
#[derive(Default)]
pub(crate) struct Members {
    names: Vec<String>,
    /// Each but the first has a comma before it.
    text: String,
}

impl Members {
    /// Begins a member; its value is to be written onto what this returns.
    pub(crate) fn name(&mut self, name: &str) -> &mut String {
        if !self.text.is_empty() {
            self.text.push(',');
        }
        quote_onto(name, &mut self.text);
        self.text.push(':');
        self.names.push(name.to_owned());
        &mut self.text
    }

    /// Adds a string, if there is one.
    pub(crate) fn string(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            quote_onto(value, self.name(name));
        }
    }

    /// Adds an array of strings.
    pub(crate) fn strings(&mut self, name: &str, values: &[String]) {
        let text = self.name(name);
        text.push('[');
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            quote_onto(value, text);
        }
        text.push(']');
    }

    /// The names so far.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// The text of an object of these members.
    pub(crate) fn into_object(self) -> String {
        ["{", &self.text, "}"].concat()
    }

    /// The text of `object` with these members at its end.
    pub(crate) fn onto(self, object: Object) -> String {
        if self.text.is_empty() {
            return object.into_text();
        }
        let comma = if object.members().next().is_none() { "" } else { "," };
        let head = object.text().trim_end();
        let head = head.strip_suffix('}').unwrap_or(head);
        [head, comma, &self.text, "}"].concat()
    }
}
