//! Floor: benches/floor, the bare parts of verifying, compiled as the artifact is.

use std::fs;

use anyhow::{Context, Result};

use crate::artifact::{self, SMALL_AND_FAST};
use crate::command::checked;
use crate::progress::Progress;
use crate::project::Project;
use crate::toolchain::Toolchain;

/// How many steps [`build`] takes.
pub(crate) const STEPS: usize = 1;

/// Builds target/bench/floor.wasm.
///
/// # Errors
/// A step fails.
pub(crate) fn build(project: &Project, progress: &mut Progress) -> Result<()> {
    progress.step("floor: compile benches/floor for comparison", |step| {
        let toolchain = Toolchain::find(project, step)?;
        let mut cargo = artifact::cargo(project, &toolchain, &SMALL_AND_FAST);
        cargo.arg("--manifest-path").arg(project.path("benches/floor/Cargo.toml"));
        checked(&mut cargo, |line| step.show(line))?;
        let to = project.root().join(FOLDER);
        fs::create_dir_all(&to).with_context(|| format!("cannot make {}", to.display()))?;
        let from = artifact::compiled(project, &SMALL_AND_FAST, "floor");
        checked(&mut artifact::wasm_opt(project, &from, &to.join("floor.wasm")), |_| ())?;
        Ok(())
    })
}

/// Where the benchmark's scripts look for it and leave their results.
const FOLDER: &str = "target/bench";
