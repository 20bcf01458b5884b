//! Modules: what the documents load of www/src, in few files.
//!
//! Some eighty modules, each asked for when the one that imports it has come, made a page usable only
//! long after it was painted.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::checked;
use crate::npm;
use crate::progress::Step;
use crate::project::Project;

/// Where they are, below www/.
pub(super) const SOURCE: &str = "src";

/// The modules that documents name.
const ENTRIES: [&str; 4] = ["app.js", "key-sets-app.js", "session-app.js", "offline/start.js"];

/// Bundles them into `out`; what several of them import, once.
///
/// # Errors
/// `out` cannot be emptied, or esbuild fails.
pub(super) fn bundle(project: &Project, out: &Path, step: &Step) -> Result<()> {
    if out.exists() {
        // The names of what is shared are made of its content.
        fs::remove_dir_all(out).with_context(|| format!("{} cannot be removed", out.display()))?;
    }
    let source = project.path("www").join(SOURCE);
    let mut esbuild = npm::program(project, "esbuild");
    esbuild.args(ENTRIES.iter().map(|entry| source.join(entry)));
    // Not minified: whoever pastes a token may want to read first what becomes of it.
    esbuild.args(["--bundle", "--splitting", "--format=esm", "--target=es2022", "--charset=utf8"]);
    // The package lies beside it as it is, for every document.
    esbuild.args(["--external:../pkg/*", "--chunk-names=shared-[hash]", "--log-level=warning"]);
    let option = |name: &str, path: &Path| format!("--{name}={}", path.display());
    esbuild.arg(option("outbase", &source)).arg(option("outdir", out));
    checked(&mut esbuild, |line| step.show(line))?;
    Ok(())
}
