//! `cargo xtask`: everything that is done to this project, by one program.
//!
//! A fresh clone needs cargo, Node and Python and nothing else: what is missing beyond that is
//! fetched here, by ordinary package managers, and said aloud. One file a command.

mod artifact;
mod bench;
mod browser;
mod build;
mod command;
mod debian;
mod demo;
mod floor;
mod glue;
mod npm;
mod open;
mod port;
mod progress;
mod project;
mod python;
mod screenshots;
mod serve;
mod servers;
mod site;
mod size;
mod test;
mod toolchain;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

fn main() -> ExitCode {
    match dispatch(lexopt::Parser::from_env()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(mut args: lexopt::Parser) -> Result<ExitCode> {
    let command = match args.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(help()),
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "build" => build::command(args),
        "site" => site::command(args),
        "demo" => demo::command(args),
        "test" => test::command(args),
        "bench" => bench::command(args),
        "size" => size::command(args),
        "screenshots" => screenshots::command(args),
        "help" => Ok(help()),
        other => {
            bail!(
                "no command `{other}`: there are build, site, demo, test, bench, size, screenshots and help"
            )
        }
    }
}

fn help() -> ExitCode {
    println!("{HELP}\n\nparts of the test: {}", test::part_names());
    println!("parts of the benchmark: {}", bench::part_names());
    ExitCode::SUCCESS
}

const HELP: &str = "\
usage: cargo xtask COMMAND

  build                        compile the crate to wasm and make the npm package in pkg/dist
  site [--out DIR] [--no-build]
                               build, then make the page as files for any host, in target/site or DIR
  demo [--port N] [--no-open]  build, make the site, and serve it at http://127.0.0.1:8080/
  test [PART] [--all]          build, then run every test, or those of one part; --all takes more
                               bundlers and ways to load the package
  bench [PART] [--chart]       build, then measure speed beside other packages, all of it or one part;
                               --chart makes docs/bench.json, docs/bench.svg and the readme's table
  size                         build, then measure bytes on the wire beside other packages
  screenshots                  build, then make the pictures in docs/screenshots
  help                         say this

Missing tools are fetched by apt-get (Debian, as root), rustup, npm and pip; each says so.";
