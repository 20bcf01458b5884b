//! `cargo xtask size`: how many bytes an import ships, ours and the peers', and what they are for.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::artifact::ARTIFACTS;
use crate::build;
use crate::npm;
use crate::progress::Progress;
use crate::project::Project;

/// Builds, makes each wasm once more with names, and prints tables.
///
/// # Errors
/// An argument is given, the build fails, or the script does.
pub(crate) fn command(mut args: lexopt::Parser) -> Result<ExitCode> {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    npm::require_node()?;
    let project = Project::find()?;
    let mut progress = Progress::new(build::STEPS + ARTIFACTS.len());
    build::run(&project, &mut progress)?;
    let folder = project.root().join("target/size");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut script = npm::script(&project, SCRIPT);
    for artifact in &ARTIFACTS {
        let name = artifact.name;
        let named = folder.join(format!("{name}.wasm"));
        progress
            .step(&format!("wasm {name}: keep the names of functions, in target/size"), |_| {
                artifact.optimise_with_names(&project, &named)
            })?;
        script.arg(named).arg(artifact.wasm(&project));
    }
    let status = script.status().with_context(|| format!("cannot run {SCRIPT}"))?;
    if !status.success() {
        bail!("{SCRIPT} failed");
    }
    Ok(ExitCode::SUCCESS)
}

const SCRIPT: &str = "benches/size.mjs";
