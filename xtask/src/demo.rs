//! `cargo xtask demo`: the site, made with the package that was just built.

use std::io::{Write, stdout};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use lexopt::prelude::*;

use crate::build;
use crate::npm;
use crate::open;
use crate::port;
use crate::progress::Progress;
use crate::project::Project;
use crate::serve::{self, Site};
use crate::site::{self, Folder, Headers};

/// Builds, and serves until it is stopped.
///
/// # Errors
/// The build fails, or the port that was asked for is taken.
pub(crate) fn command(mut args: lexopt::Parser) -> Result<ExitCode> {
    let (mut asked, mut opens) = (None, true);
    while let Some(arg) = args.next()? {
        match arg {
            Long("port") => {
                let port = args.value()?.string()?;
                let port = port.parse().ok().with_context(|| format!("no port: {port}"))?;
                asked = Some(port);
            }
            Long("no-open") => opens = false,
            other => return Err(other.unexpected().into()),
        }
    }
    npm::require_node()?;
    let project = Project::find()?;
    ensure!(project.path("www/index.html").is_file(), "www/index.html is missing");
    // Before the long build. Let go again, or a browser would wait for an answer all that time.
    drop(port::listen(asked)?);

    let mut progress = Progress::new(build::STEPS + site::STEPS);
    build::run(&project, &mut progress)?;
    let folder = site::folder(&project);
    site::run(&project, &folder, &mut progress)?;

    let listener = port::listen(asked)?;
    let port = listener.local_addr()?.port();
    if asked.is_none() && port != port::DEFAULT_PORT {
        println!("port {} is taken: using {port}", port::DEFAULT_PORT);
    }
    let headers = Headers::read(&folder.join(site::HEADERS))?;
    let site = Site { folder: Folder::new(&folder)?, headers };
    let server = serve::start(listener)?;
    let address = format!("http://127.0.0.1:{port}/");
    println!("wasm-jwt demo: {address} (Ctrl-C stops)");
    stdout().flush().context("cannot write to stdout")?;
    if opens {
        open::in_browser(&address);
    }
    match serve::run(server, site)? {}
}
