//! Version: which files a site is made of, in a few characters, and where that is written.

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

use super::WORKER;
use super::content::Content;

/// Writes the version into the documents, and into the service worker with every file's name and
/// hash, in the form of W3C Subresource Integrity.
///
/// - `package`: the text of package.json
///
/// # Errors
/// There is no place for it.
pub(super) fn mark(content: &mut Content, package: &str) -> Result<String> {
    let number = package
        .lines()
        .find_map(|line| line.trim().strip_prefix("\"version\": \"")?.split('"').next());
    let number = number.context("package.json has no version")?;
    let version = format!("{number}-{}", digest(content));
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte);
    ensure!(version.bytes().all(plain), "the version {version} is not plain");

    let mut files = Vec::new();
    for (path, bytes) in content.iter_mut() {
        // Read by hosts as addresses and by the worker as text: neither has to be escaped.
        ensure!(path.bytes().all(plain), "{path} is no plain name");
        if path.ends_with(".html") {
            replace(bytes, NO_VERSION, &format!("name=\"version\" content=\"{version}\""))
                .with_context(|| path.clone())?;
        }
        if path != WORKER {
            let hash = BASE64_STANDARD.encode(Sha256::digest(&*bytes));
            files.push(format!("[\"{path}\",\"sha256-{hash}\"]"));
        }
    }
    let line =
        format!("const PRECACHE = {{ version: \"{version}\", files: [{}] }};", files.join(","));
    let worker = content.get_mut(WORKER).with_context(|| format!("there is no {WORKER}"))?;
    replace(worker, NO_FILES, &line).context(WORKER)?;
    Ok(version)
}

/// Ten digits of a hash of all names and contents, each with its length before it.
fn digest(content: &Content) -> String {
    let mut hash = Sha256::new();
    for (path, bytes) in content.iter() {
        for part in [path.as_bytes(), bytes] {
            hash.update(format!("{}:", part.len()));
            hash.update(part);
        }
    }
    hash.finalize().iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

fn replace(bytes: &mut Vec<u8>, from: &str, to: &str) -> Result<()> {
    let text = str::from_utf8(bytes).context("not UTF-8")?;
    ensure!(text.matches(from).count() == 1, "it does not have `{from}` once");
    *bytes = text.replace(from, to).into_bytes();
    Ok(())
}

const NO_VERSION: &str = "name=\"version\" content=\"\"";
const NO_FILES: &str = "const PRECACHE = { version: \"\", files: [] };";

#[cfg(test)]
mod tests {
    use super::*;

    const PACKAGE: &str = "{\n  \"version\": \"1.0.0\",\n}";

    #[test]
    fn files_that_run_together_are_told_apart() {
        let one = Content::of(&[("a", "bc"), ("d", "")]);
        let other = Content::of(&[("a", "b"), ("cd", "")]);
        assert_ne!(digest(&one), digest(&other));
        // SHA-256 of "1:a2:bc1:d0:", by another implementation.
        assert_eq!(digest(&one), "df7a0a4623");
    }

    #[test]
    fn the_version_is_written_where_it_belongs() {
        let page = format!("<meta {NO_VERSION} />");
        let mut content =
            Content::of(&[("a.html", &page), ("a.js", NO_VERSION), (WORKER, NO_FILES)]);
        let version = mark(&mut content, PACKAGE).expect("there are places");
        let page = format!("<meta name=\"version\" content=\"{version}\" />");
        assert_eq!(content.text("a.html"), Some(&*page));
        assert_eq!(content.text("a.js"), Some(NO_VERSION));
        let worker = content.text(WORKER).expect("it is there");
        let hash = BASE64_STANDARD.encode(Sha256::digest(page));
        assert!(worker.contains(&format!("files: [[\"a.html\",\"sha256-{hash}\"],")), "{worker}");
    }

    #[test]
    fn without_a_place_for_it_there_is_no_site() {
        let page = format!("<meta {NO_VERSION} />");
        for (files, package) in [
            (vec![("a.html", &*page), (WORKER, NO_FILES)], "{}"),
            (vec![("a.html", ""), (WORKER, NO_FILES)], PACKAGE),
            (vec![("a.html", &*page), (WORKER, "")], PACKAGE),
            (vec![("a.html", &*page)], PACKAGE),
            (vec![("a b.js", ""), (WORKER, NO_FILES)], PACKAGE),
        ] {
            assert!(mark(&mut Content::of(&files), package).is_err(), "{files:?}");
        }
    }
}
