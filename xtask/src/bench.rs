//! `cargo xtask bench` and `cargo xtask size`: how fast, and how big, beside the peers.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::build;
use crate::npm;
use crate::progress::Progress;
use crate::project::Project;

/// Builds, then runs the benchmark's script with its output shown as it comes.
///
/// # Errors
/// An argument is given, the build fails, or the script does.
pub(crate) fn command(mut args: lexopt::Parser, script: &str) -> Result<ExitCode> {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    npm::require_node()?;
    let project = Project::find()?;
    build::run(&project, &mut Progress::new(build::STEPS))?;
    let mut node = npm::script(&project, script);
    let status = node.status().with_context(|| format!("cannot run {script}"))?;
    if !status.success() {
        bail!("{script} failed");
    }
    Ok(ExitCode::SUCCESS)
}
