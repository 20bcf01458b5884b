//! `cargo xtask site`: the page as a folder of files that any host can serve.
//!
//! The documents of www/ with their modules bundled, what these import of the package, a service
//! worker that knows all of it, and the headers that documents should come with.

mod content;
mod folder;
mod headers;
mod modules;
mod policy;
mod version;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

pub(crate) use self::folder::{Folder, media_type};
pub(crate) use self::headers::Headers;

use self::content::Content;
use crate::build;
use crate::npm;
use crate::progress::Progress;
use crate::project::Project;

/// How many steps [`run`] takes.
pub(crate) const STEPS: usize = 2;

/// Builds, unless told not to, and makes the folder.
///
/// # Errors
/// The arguments make no sense, or the build or [`make`] fails.
pub(crate) fn command(mut args: lexopt::Parser) -> Result<ExitCode> {
    let (mut out, mut builds) = (None, true);
    while let Some(arg) = args.next()? {
        match arg {
            Long("out") if out.is_none() => out = Some(PathBuf::from(args.value()?)),
            Long("no-build") => builds = false,
            other => return Err(other.unexpected().into()),
        }
    }
    let project = Project::find()?;
    let out = out.unwrap_or_else(|| folder(&project));
    let mut progress = Progress::new(STEPS + if builds { build::STEPS } else { 0 });
    if builds {
        npm::require_node()?;
        build::run(&project, &mut progress)?;
    }
    run(&project, &out, &mut progress)?;
    println!("the site: {}; docs/site.md says how to serve it", out.display());
    Ok(ExitCode::SUCCESS)
}

/// Where it is made unless somebody says otherwise.
pub(crate) fn folder(project: &Project) -> PathBuf {
    project.target("site")
}

/// Makes the site.
///
/// # Errors
/// Those of [`modules::bundle`] and [`make`].
pub(crate) fn run(project: &Project, out: &Path, progress: &mut Progress) -> Result<()> {
    let modules = project.target("site-modules");
    progress.step("site: bundle its modules", |step| modules::bundle(project, &modules, step))?;
    progress.step("site: make the folder", |step| {
        let version = make(project.root(), &modules, out)?;
        step.conclude(version, false);
        Ok(())
    })
}

/// Makes `out` anew of the project at `root` and its bundled modules, and returns its version.
///
/// # Errors
/// A file is missing or of an unknown kind, a document has no policy, or `out` holds something else.
fn make(root: &Path, modules: &Path, out: &Path) -> Result<String> {
    let mut content = Content::default();
    content.add_folder("", &root.join("www"), |path| path != modules::SOURCE)?;
    content.add_folder("src/", modules, |_| true)?;
    for name in PACKAGE {
        content.add(format!("pkg/{name}"), &root.join("pkg/dist").join(name))?;
    }
    let headers = Headers::of(&content)?;
    let package = root.join("pkg/package.json");
    let package = fs::read_to_string(&package)
        .with_context(|| format!("{} cannot be read", package.display()))?;
    let version = version::mark(&mut content, &package)?;

    clear(out)?;
    content.write(out)?;
    let file = out.join(HEADERS);
    fs::write(&file, headers.text())
        .with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(version)
}

/// Removes a site that was made earlier, and nothing else.
fn clear(out: &Path) -> Result<()> {
    let Ok(mut entries) = fs::read_dir(out) else { return Ok(()) };
    if entries.next().is_none() {
        return Ok(());
    }
    if ![HEADERS, WORKER, "index.html"].iter().all(|name| out.join(name).is_file()) {
        bail!("{} is not empty and no site: name another folder with --out", out.display());
    }
    fs::remove_dir_all(out).with_context(|| format!("{} cannot be removed", out.display()))
}

/// What www/ imports of pkg/dist.
const PACKAGE: [&str; 3] = ["full.js", "jwks.js", "session.js"];
/// The headers, in the form that Netlify and Cloudflare Pages read.
pub(crate) const HEADERS: &str = "_headers";
const WORKER: &str = "service-worker.js";

#[cfg(test)]
mod tests {
    use std::env;
    use std::process;

    use super::*;

    const PAGE: &str = "<meta name=\"version\" content=\"\" />\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\" />";

    /// A project as far as a site is concerned.
    struct Clone(PathBuf);

    impl Clone {
        fn make(test: &str) -> Self {
            let clone =
                Self(env::temp_dir().join(format!("wasm-jwt-site-{}-{test}", process::id())));
            clone.write("www/index.html", PAGE);
            clone.write("modules/app.js", "app");
            clone.write("www/src/app.js", "source of app");
            clone.write(
                "www/service-worker.js",
                "a\nconst PRECACHE = { version: \"\", files: [] };\n",
            );
            clone.write("pkg/package.json", "{\n  \"version\": \"1.2.3\"\n}\n");
            for name in PACKAGE {
                clone.write(&format!("pkg/dist/{name}"), name);
            }
            clone
        }

        fn write(&self, path: &str, text: &str) {
            let file = self.0.join(path);
            fs::create_dir_all(file.parent().expect("it has a folder")).expect("it is made");
            fs::write(file, text).expect("it is written");
        }

        fn site(&self) -> Result<String> {
            make(&self.0, &self.0.join("modules"), &self.0.join("out"))
        }

        fn read(&self, path: &str) -> Option<String> {
            fs::read_to_string(self.0.join("out").join(path)).ok()
        }
    }

    impl Drop for Clone {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_folder_has_the_page_the_package_and_what_is_made_of_them() {
        let clone = Clone::make("whole");
        let version = clone.site().expect("it is made");
        assert!(version.starts_with("1.2.3-"), "{version}");
        assert_eq!(version.len(), "1.2.3-".len() + 10);
        assert_eq!(clone.read("pkg/full.js").as_deref(), Some("full.js"));
        assert_eq!(clone.read("src/app.js").as_deref(), Some("app"));
        let index = clone.read("index.html").expect("it is there");
        assert!(index.contains(&format!("<meta name=\"version\" content=\"{version}\" />")));
        let worker = clone.read("service-worker.js").expect("it is there");
        let head = format!("a\nconst PRECACHE = {{ version: \"{version}\", files: [");
        let files = worker.strip_prefix(&head).and_then(|rest| rest.strip_suffix("] };\n"));
        let files: Vec<_> = files.expect("it has the list").split("],[").collect();
        let named = [
            "[\"index.html\"",
            "\"pkg/full.js\"",
            "\"pkg/jwks.js\"",
            "\"pkg/session.js\"",
            "\"src/app.js\"",
        ];
        assert!(files.iter().zip(named).all(|(file, name)| file.starts_with(name)), "{worker}");
        // SHA-256 of "app", by another implementation.
        assert_eq!(
            files.last(),
            Some(&"\"src/app.js\",\"sha256-oXLO3K5HR0thXFTVEKXYSo3qMDLpWFh0MLQTU4vj8zM=\"]")
        );
        assert_eq!(files.len(), named.len());
        let headers = clone.read("_headers").expect("it is there");
        assert!(headers.contains("default-src 'none'; frame-ancestors 'none'\n"), "{headers}");
    }

    #[test]
    fn the_same_files_have_the_same_version_and_a_letter_more_makes_another() {
        let clone = Clone::make("version");
        let first = clone.site().expect("it is made");
        assert_eq!(clone.site().ok(), Some(first.clone()));
        clone.write("modules/app.js", "apps");
        let second = clone.site().expect("it is made");
        assert_ne!(second, first);
        clone.write("modules/app.js", "app");
        clone.write("modules/b.js", "");
        assert_ne!(clone.site().ok(), Some(first.clone()));
        fs::remove_file(clone.0.join("modules/b.js")).expect("it was there");
        assert_eq!(clone.site().ok(), Some(first));
    }

    #[test]
    fn what_is_gone_from_the_project_is_gone_from_the_site() {
        let clone = Clone::make("gone");
        clone.write("modules/old.js", "old");
        clone.site().expect("it is made");
        assert!(clone.read("src/old.js").is_some());
        fs::remove_file(clone.0.join("modules/old.js")).expect("it was there");
        clone.site().expect("it is made");
        assert_eq!(clone.read("src/old.js"), None);
    }

    #[test]
    fn a_folder_that_holds_something_else_is_left_alone() {
        let clone = Clone::make("else");
        clone.write("out/thesis.txt", "years of work");
        let message = clone.site().err().map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains("is not empty and no site"), "{message}");
        assert_eq!(clone.read("thesis.txt").as_deref(), Some("years of work"));
        // An empty one is taken.
        fs::remove_file(clone.0.join("out/thesis.txt")).expect("it was there");
        assert!(clone.site().is_ok());
    }

    #[test]
    fn notes_and_hidden_files_stay_at_home_and_unknown_kinds_are_an_error() {
        let clone = Clone::make("kinds");
        clone.write("www/.DS_Store", "");
        clone.write("modules/NOTES.md", "");
        clone.site().expect("it is made");
        assert_eq!(clone.read(".DS_Store"), None);
        assert_eq!(clone.read("src/NOTES.md"), None);
        clone.write("modules/app.ts", "");
        let message = clone.site().err().map(|error| error.to_string()).unwrap_or_default();
        assert!(message.ends_with("app.ts is of no kind that belongs on a site"), "{message}");
    }

    #[test]
    fn a_part_that_is_missing_is_an_error() {
        for missing in ["pkg/dist/jwks.js", "www/service-worker.js", "www/index.html"] {
            let clone = Clone::make(&missing.replace('/', "-"));
            fs::remove_file(clone.0.join(missing)).expect("it was there");
            assert!(clone.site().is_err(), "{missing}");
        }
        let clone = Clone::make("no-policy");
        clone.write("www/other.html", "<title>no policy</title>");
        let message = clone.site().err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert!(message.starts_with("other.html: "), "{message}");
    }
}
