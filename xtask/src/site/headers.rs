//! Headers: what each file of the site should come with, in the form of Netlify and Cloudflare Pages.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::content::Content;
use super::{WORKER, policy};

/// Rules: headers by the path that they are for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Headers {
    rules: Vec<(String, Vec<(String, String)>)>,
}

impl Headers {
    /// The rules for these files.
    ///
    /// # Errors
    /// A document has no policy, or there is no index.html.
    pub(super) fn of(content: &Content) -> Result<Self> {
        let general = GENERAL.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mut rules = vec![(EVERYTHING.to_owned(), general.to_vec())];
        let mut add = |path: String, policy: &str| {
            rules.push((path, vec![(POLICY.to_owned(), policy.to_owned())]));
        };
        let mut index = None;
        for (path, bytes) in content.iter() {
            let Some(name) = path.strip_suffix(".html") else { continue };
            let html = str::from_utf8(bytes).with_context(|| format!("{path}: not UTF-8"))?;
            let policy = policy::header(html).with_context(|| path.clone())?;
            // Some hosts serve documents without their extension, and index.html as its folder.
            let short =
                name.strip_suffix("index").filter(|rest| rest.is_empty() || rest.ends_with('/'));
            add(format!("/{}", short.unwrap_or(name)), &policy);
            add(format!("/{path}"), &policy);
            if path == "index.html" {
                index = Some(policy);
            }
        }
        // A worker does not inherit the policy of the page that registered it.
        add(format!("/{WORKER}"), &index.context("there is no index.html")?);
        Ok(Self { rules })
    }

    /// Reads the file that [`text`](Self::text) was written to.
    ///
    /// # Errors
    /// There is none, or it has another form.
    pub(crate) fn read(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        Self::parse(&text).with_context(|| format!("{} is no file of headers", file.display()))
    }

    fn parse(text: &str) -> Option<Self> {
        let mut rules: Vec<(String, Vec<_>)> = Vec::new();
        for line in text.lines() {
            if let Some(header) = line.strip_prefix("  ") {
                let (name, value) = header.split_once(": ")?;
                rules.last_mut()?.1.push((name.to_owned(), value.to_owned()));
            } else {
                line.starts_with('/').then(|| rules.push((line.to_owned(), Vec::new())))?;
            }
        }
        Some(Self { rules })
    }

    /// The file `_headers`.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (path, headers) in &self.rules {
            text.push_str(&format!("{path}\n"));
            for (name, value) in headers {
                text.push_str(&format!("  {name}: {value}\n"));
            }
        }
        text
    }

    /// Names and values for the file at `path`, below the root and without a leading `/`.
    pub(crate) fn for_file(&self, path: &str) -> impl Iterator<Item = (&str, &str)> {
        let fits = move |rule: &str| rule == EVERYTHING || rule.strip_prefix('/') == Some(path);
        let rules = self.rules.iter().filter(move |(rule, _)| fits(rule));
        rules.flat_map(|(_, headers)| headers.iter().map(|(name, value)| (&**name, &**value)))
    }
}

const EVERYTHING: &str = "/*";
const POLICY: &str = "Content-Security-Policy";

const GENERAL: [(&str, &str); 6] = [
    // The worker keeps the files; a browser without one should not mix versions.
    ("Cache-Control", "no-cache"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), camera=(), clipboard-write=(self), display-capture=(), \
         encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), \
         idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), \
         picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), \
         usb=(), xr-spatial-tracking=()",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn page(policy: &str) -> String {
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />")
    }

    fn headers() -> Headers {
        let (index, keys) = (page("default-src 'none'"), page("connect-src https:"));
        let files = [("index.html", &*index), ("keys.html", &*keys), ("src/app.js", "")];
        Headers::of(&Content::of(&files)).expect("every document has a policy")
    }

    fn policy_of(path: &str) -> Vec<String> {
        let headers = headers();
        let all = headers.for_file(path).filter(|(name, _)| *name == POLICY);
        all.map(|(_, value)| value.to_owned()).collect()
    }

    #[test]
    fn every_document_has_its_own_policy_and_no_other() {
        assert_eq!(policy_of("index.html"), ["default-src 'none'; frame-ancestors 'none'"]);
        assert_eq!(policy_of("keys.html"), ["connect-src https:; frame-ancestors 'none'"]);
        assert_eq!(policy_of(WORKER), policy_of("index.html"));
        assert_eq!(policy_of("src/app.js"), [""; 0]);
    }

    #[test]
    fn documents_have_it_under_their_short_names_too() {
        assert_eq!(policy_of(""), policy_of("index.html"));
        assert_eq!(policy_of("keys"), policy_of("keys.html"));
    }

    #[test]
    fn every_file_has_the_general_ones() {
        for path in ["index.html", "src/app.js", "not/there"] {
            let headers = headers();
            let names: Vec<_> = headers.for_file(path).map(|(name, _)| name).take(6).collect();
            assert_eq!(names, GENERAL.map(|(name, _)| name), "{path}");
        }
    }

    #[test]
    fn what_was_written_is_read_back() {
        assert_eq!(Headers::parse(&headers().text()), Some(headers()));
        for text in ["  A: b", "/x\n  A", "x\n  A: b", "/x\n\n"] {
            assert_eq!(Headers::parse(text), None, "{text}");
        }
    }
}
