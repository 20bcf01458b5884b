//! `cargo xtask build`: the crate becomes wasm, and the wasm an npm package.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::artifact::ARTIFACTS;
use crate::command::checked;
use crate::npm;
use crate::progress::Progress;
use crate::project::Project;
use crate::toolchain::Toolchain;

/// How many steps [`run`] takes.
pub(crate) const STEPS: usize = 3 + 3 * ARTIFACTS.len();

/// Parses no arguments and builds.
///
/// # Errors
/// An argument is given, or [`run`] fails.
pub(crate) fn command(mut args: lexopt::Parser) -> Result<ExitCode> {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    npm::require_node()?;
    let project = Project::find()?;
    run(&project, &mut Progress::new(STEPS))?;
    println!("{}", sizes(&project)?);
    Ok(ExitCode::SUCCESS)
}

/// Builds pkg/wasm and pkg/dist.
///
/// # Errors
/// A step fails.
pub(crate) fn run(project: &Project, progress: &mut Progress) -> Result<()> {
    let toolchain = progress
        .step("toolchain: find a compiler for wasm", |step| Toolchain::find(project, step))?;
    progress.step("npm: the tools of package-lock.json", |step| npm::install(project, step))?;
    for artifact in &ARTIFACTS {
        let name = artifact.name;
        progress
            .step(&format!("wasm {name}: compile the crate ({})", toolchain.name()), |step| {
                artifact.compile(project, &toolchain, step)
            })?;
        progress.step(&format!("wasm {name}: make the glue"), |_| artifact.bind(project))?;
        progress
            .step(&format!("wasm {name}: optimise"), |_| artifact.optimise(project, &toolchain))?;
    }
    progress.step("package: make pkg/dist", |step| {
        checked(&mut npm::script(project, "pkg/build.mjs"), |line| step.show(line))?;
        Ok(())
    })
}

/// One line: what was built, and how big it is.
fn sizes(project: &Project) -> Result<String> {
    let mut parts = Vec::new();
    for artifact in &ARTIFACTS {
        let wasm = artifact.wasm(project);
        let bytes = fs::metadata(&wasm).with_context(|| format!("{} is gone", wasm.display()))?;
        let path = wasm.strip_prefix(project.root()).unwrap_or(&wasm);
        parts.push(format!("{}: {} bytes", path.display(), bytes.len()));
    }
    Ok(format!("built {}; the package: pkg/dist", parts.join(", ")))
}
