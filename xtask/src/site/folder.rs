//! Folder: which of its files a request path names, if any.
//!
//! Nothing outside of it is reachable, whatever the path looks like and wherever a symbolic link
//! leads: pages of other origins may send requests to a server on this machine.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A served folder.
pub(crate) struct Folder {
    root: PathBuf,
}

/// A file of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) file: PathBuf,
    /// Its path as it would be asked for: below the root, with `/`, and never empty.
    pub(crate) path: String,
}

impl Folder {
    /// # Errors
    /// The folder does not exist.
    pub(crate) fn new(root: &Path) -> Result<Self> {
        let real = root.canonicalize();
        Ok(Self { root: real.with_context(|| format!("{} is missing", root.display()))? })
    }

    /// The file that `target` names: a request target, still encoded, with or without a query.
    pub(crate) fn find(&self, target: &str) -> Option<Found> {
        let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
        let mut segments = path.split('/').map(decode).collect::<Option<Vec<_>>>()?;
        if let Some(last) = segments.last_mut().filter(|last| last.is_empty()) {
            "index.html".clone_into(last);
        }
        if segments.iter().any(String::is_empty) {
            return None;
        }
        let inside: PathBuf = segments.iter().collect();
        let file = self.root.join(inside).canonicalize().ok()?;
        (file.starts_with(&self.root) && file.is_file())
            .then(|| Found { file, path: segments.join("/") })
    }
}

/// One decoded path segment; `None` for one that is not the plain name of a file.
fn decode(segment: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hex(rest.next()?)? * 16 + hex(rest.next()?)?,
            plain => plain,
        });
    }
    let name = String::from_utf8(bytes).ok()?;
    // `:` for drive letters and streams; a leading dot also stands for `.`, `..` and hidden files.
    let plain = !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0']);
    plain.then_some(name)
}

fn hex(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}

/// The media type by the file's extension.
pub(crate) fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::fs;
    use std::process;

    use super::*;

    /// site/ with some files, and a secret beside it.
    struct Folders(PathBuf);

    impl Folders {
        fn make(test: &str) -> Self {
            let root = env::temp_dir().join(format!("wasm-jwt-folder-{}-{test}", process::id()));
            for (file, text) in [
                ("site/index.html", "page"),
                ("site/src/app.js", "app"),
                ("site/.hidden", "hidden"),
                ("site/pkg/full.js", "package"),
                ("secret.txt", "secret"),
            ] {
                let file = root.join(file);
                fs::create_dir_all(file.parent().expect("it has a folder")).expect("it is made");
                fs::write(file, text).expect("it is written");
            }
            Self(root)
        }

        fn find(&self, target: &str) -> Option<Found> {
            Folder::new(&self.0.join("site")).expect("it exists").find(target)
        }

        /// The text of the file that `target` is answered with.
        fn get(&self, target: &str) -> Option<String> {
            Some(fs::read_to_string(self.find(target)?.file).expect("it is readable"))
        }
    }

    impl Drop for Folders {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_root_is_the_page() {
        let folders = Folders::make("root");
        assert_eq!(folders.get("/").as_deref(), Some("page"));
        assert_eq!(folders.get("/index.html?x=/../#y").as_deref(), Some("page"));
        assert_eq!(folders.get("/src/%61pp.js").as_deref(), Some("app"));
        assert_eq!(folders.get("/pkg/full.js").as_deref(), Some("package"));
        for target in ["/full.js", "/pkgs/full.js", "/pkg", "/pkg/", "/site/index.html"] {
            assert_eq!(folders.get(target), None, "{target}");
        }
    }

    #[test]
    fn a_files_path_is_the_same_however_it_was_asked_for() {
        let folders = Folders::make("path");
        let path = |target| folders.find(target).map(|found| found.path);
        for target in ["/", "/?a", "/index.html", "/%69ndex.html#b"] {
            assert_eq!(path(target).as_deref(), Some("index.html"), "{target}");
        }
        assert_eq!(path("/s%72c/app.js").as_deref(), Some("src/app.js"));
    }

    #[test]
    fn a_path_out_of_the_folder_is_refused() {
        let folders = Folders::make("traversal");
        for target in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/%2E./secret.txt",
            "/..%2fsecret.txt",
            "/..%2Fsecret.txt",
            "/..%5csecret.txt",
            "/..\\secret.txt",
            "/src/../../secret.txt",
            "/pkg/../secret.txt",
            "/pkg/..%2f..%2fsecret.txt",
            "/%252e%252e/secret.txt",
            "/src%2fapp.js",
            "/index.html%00.js",
            "//secret.txt",
            "/src//app.js",
            "/.hidden",
            "/./index.html",
            "/src",
            "/src/",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
            "index.html",
            "http://127.0.0.1/index.html",
            "",
            "*",
        ] {
            assert_eq!(folders.get(target), None, "{target}");
        }
        let absolute = folders.0.join("secret.txt");
        assert_eq!(folders.get(&format!("/{}", absolute.display())), None);
        let encoded = absolute.display().to_string().replace('/', "%2f");
        assert_eq!(folders.get(&format!("/{encoded}")), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_inside_the_folder_only() {
        use std::os::unix::fs::symlink;

        let folders = Folders::make("links");
        let site = folders.0.join("site");
        symlink(site.join("src/app.js"), site.join("inside.js")).expect("it is linked");
        symlink(folders.0.join("secret.txt"), site.join("outside.txt")).expect("it is linked");
        symlink(&folders.0, site.join("up")).expect("it is linked");
        assert_eq!(folders.get("/inside.js").as_deref(), Some("app"));
        assert_eq!(folders.get("/outside.txt"), None);
        assert_eq!(folders.get("/up/secret.txt"), None);
    }

    #[test]
    fn a_module_has_the_type_that_browsers_insist_on() {
        assert_eq!(media_type(Path::new("a/index.js")), "text/javascript; charset=utf-8");
        assert_eq!(media_type(Path::new("a/x.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("a/js")), "application/octet-stream");
    }
}
