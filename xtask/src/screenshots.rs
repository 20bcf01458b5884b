//! `cargo xtask screenshots`: the pictures of the page in the documents, made anew.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::browser;
use crate::build;
use crate::npm;
use crate::progress::Progress;
use crate::project::Project;
use crate::site;

/// Builds, makes the site, and has a Chromium draw it.
///
/// # Errors
/// An argument is given, the build fails, there is no Chromium, or the script fails.
pub(crate) fn command(mut args: lexopt::Parser) -> Result<ExitCode> {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    npm::require_node()?;
    let project = Project::find()?;
    let mut progress = Progress::new(build::STEPS + site::STEPS + 1);
    build::run(&project, &mut progress)?;
    let folder = site::folder(&project);
    site::run(&project, &folder, &mut progress)?;
    progress.step("screenshots: make docs/screenshots", |step| {
        let browser = browser::chromium(step)?.context("no Chromium on this machine")?;
        let mut script = npm::script(&project, SCRIPT);
        script.arg("docs/screenshots").env("CHROMIUM", browser).env("SITE", &folder);
        let status = script.status().with_context(|| format!("cannot run {SCRIPT}"))?;
        if !status.success() {
            bail!("{SCRIPT} failed");
        }
        Ok(())
    })?;
    println!("the screenshots: docs/screenshots");
    Ok(ExitCode::SUCCESS)
}

const SCRIPT: &str = "tests/page/screenshots.mjs";
