//! Policy: the Content Security Policy of a document, which stands in the document itself.
//!
//! The page must be as strict on a host that sends no headers; so the element is the source, and the
//! header is made from it.

use anyhow::{Context, Result, ensure};

/// The policy of the document `html` as a header, with what an element cannot say.
///
/// # Errors
/// There is no policy, or more than one, or it comes too late or in a form that is not read here.
pub(super) fn header(html: &str) -> Result<String> {
    let mut found = html.match_indices(MARK);
    let (at, _) = found.next().with_context(|| format!("no element with {MARK}"))?;
    ensure!(found.next().is_none(), "two elements with {MARK}");
    let (before, after) = html.split_at(at);
    let start = before.rfind('<').context("the policy is in no element")?;
    let tag = html.get(start..at + after.find('>').context("the policy's element has no end")?);
    let tag = tag.filter(|tag| tag.starts_with("<meta")).context("the policy is in no <meta>")?;
    // What stands before it is loaded without it.
    for early in ["<script", "<link", "<style", "<img"] {
        ensure!(!before.contains(early), "{early}> stands before the policy");
    }
    let (_, value) = tag.split_once("content=\"").context("the policy has no content")?;
    let (value, _) = value.split_once('"').context("the policy's content has no end")?;
    let plain = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    ensure!(value.bytes().all(plain) && !value.contains('&'), "the policy is not plain ASCII");
    for directive in ["frame-ancestors", "report-uri", "sandbox"] {
        ensure!(!value.contains(directive), "{directive} has no effect in an element");
    }
    Ok(format!("{value}; frame-ancestors 'none'"))
}

const MARK: &str = "http-equiv=\"Content-Security-Policy\"";

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "<head><meta charset=\"utf-8\" />\n<meta\n  \
        http-equiv=\"Content-Security-Policy\"\n  content=\"default-src 'none'; img-src 'self' data:\"\n/>\
        <link rel=\"icon\" href=\"icon.svg\" /></head>";

    #[test]
    fn the_header_is_the_element_and_who_may_frame() {
        let expected = "default-src 'none'; img-src 'self' data:; frame-ancestors 'none'";
        assert_eq!(header(GOOD).ok().as_deref(), Some(expected));
    }

    #[test]
    fn a_document_without_its_policy_is_an_error() {
        let link = "<link rel=\"icon\" href=\"icon.svg\" />";
        let directive = |name: &str| GOOD.replace("img-src 'self'", name);
        for (html, reason) in [
            (String::new(), "no element"),
            (GOOD.replace("Security", "Secrecy"), "no element"),
            (GOOD.repeat(2), "two elements"),
            (GOOD.replace("<meta\n", "<div\n"), "in no <meta>"),
            (GOOD.replace("content=", "value="), "no content"),
            (GOOD.replace(link, "").replace("<head>", &format!("<head>{link}")), "before"),
            (GOOD.replace("'none'", "&#39;none&#39;"), "plain"),
            (GOOD.replace("'none'; ", "'none';\n"), "plain"),
            (directive("frame-ancestors 'self'"), "no effect"),
        ] {
            let message = header(&html).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(message.contains(reason), "{reason}: {message}");
        }
    }
}
