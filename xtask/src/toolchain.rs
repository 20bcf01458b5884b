//! Toolchain: a compiler with a standard library for wasm32-unknown-unknown.
//!
//! Three routes, the first that fits: the active toolchain has the target; Debian's own packages,
//! which bring the library's source (also where rustup cannot download); `rustup target add`.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{checked, find_program, quiet};
use crate::debian;
use crate::progress::Step;
use crate::project::Project;

pub(crate) struct Toolchain {
    name: String,
    cargo: PathBuf,
    rustc: PathBuf,
    sysroot: PathBuf,
    /// Set when the standard library is compiled along: the linker that Debian brings.
    linker: Option<String>,
}

impl Toolchain {
    /// Finds a toolchain, installs what it lacks, and says which route that was.
    ///
    /// # Errors
    /// No route fits, or an installation fails.
    pub(crate) fn find(project: &Project, step: &Step) -> Result<Self> {
        let toolchain = match Self::active(project)? {
            Some(toolchain) => toolchain,
            None => match Self::debian(step)? {
                Some(toolchain) => toolchain,
                None => Self::rustup(project, step)?,
            },
        };
        step.say(&format!("using {}", toolchain.name));
        Ok(toolchain)
    }

    /// For people: `Debian rustc-web 1.96`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether [`Self::cargo`] compiles the standard library too.
    pub(crate) fn builds_std(&self) -> bool {
        self.linker.is_some()
    }

    /// Where panic messages of the standard library say that they are.
    pub(crate) fn std_source(&self) -> PathBuf {
        self.sysroot.join("lib/rustlib/src/rust")
    }

    /// Whether the compiler knows this flag; unstable ones come and go.
    pub(crate) fn accepts(&self, flags: &[&str]) -> bool {
        let mut rustc = Command::new(&self.rustc);
        rustc.args(["--print", "cfg", "--target", TARGET]).args(flags);
        quiet(self.prepare(&mut rustc)).is_ok()
    }

    /// A cargo that compiles for [`TARGET`] with this toolchain and no other.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = Command::new(&self.cargo);
        self.prepare(&mut cargo);
        cargo
    }

    fn prepare<'command>(&self, command: &'command mut Command) -> &'command mut Command {
        command.env_remove("RUSTFLAGS");
        if let Some(linker) = &self.linker {
            for name in RUSTUP_LEFTOVERS {
                command.env_remove(name);
            }
            command.env("RUSTC", &self.rustc);
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            // -Zbuild-std is unstable, and Debian ships no nightly.
            command.env("RUSTC_BOOTSTRAP", "1");
        }
        command
    }

    /// Route 1.
    fn active(project: &Project) -> Result<Option<Self>> {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let ask = |args: &[&str]| {
            quiet(Command::new(&rustc).args(args).current_dir(project.root()))
                .map(|answer| answer.trim().to_owned())
        };
        let Ok(libraries) = ask(&["--print", "target-libdir", "--target", TARGET]) else {
            return Ok(None);
        };
        if !has_core(Path::new(&libraries)) {
            return Ok(None);
        }
        Ok(Some(Self {
            name: format!("the active rustc {}", minor_version(&ask(&["--version"])?)?),
            cargo: env::var_os("CARGO").unwrap_or_else(|| "cargo".into()).into(),
            sysroot: ask(&["--print", "sysroot"])?.into(),
            rustc: rustc.into(),
            linker: None,
        }))
    }

    /// Route 2.
    fn debian(step: &Step) -> Result<Option<Self>> {
        if !install_debian(step)? {
            return Ok(None);
        }
        let lld = newest_lld(&debian::installed(&["lld-*"])).context("lld is not installed")?;
        let version = quiet(Command::new("/usr/bin/rustc").arg("--version"))?;
        Ok(Some(Self {
            name: format!("Debian rustc-web {}", minor_version(&version)?),
            // By path: rustup's proxies of the same names come first on PATH.
            cargo: "/usr/bin/cargo".into(),
            rustc: "/usr/bin/rustc".into(),
            sysroot: "/usr".into(),
            linker: Some(format!("wasm-ld-{lld}")),
        }))
    }

    /// Route 3.
    fn rustup(project: &Project, step: &Step) -> Result<Self> {
        if find_program("rustup").is_none() {
            bail!("{NOTHING_FITS}");
        }
        step.say(&format!("the active toolchain lacks it: running `rustup target add {TARGET}`"));
        let mut rustup = Command::new("rustup");
        rustup.args(["target", "add", TARGET]).current_dir(project.root());
        checked(&mut rustup, |line| step.show(line))?;
        Self::active(project)?.with_context(|| format!("rustup added {TARGET}, and rustc lacks it"))
    }
}

/// Makes sure of Debian's compiler; `false`: there is none, and it cannot be installed here.
fn install_debian(step: &Step) -> Result<bool> {
    let installed = debian::installed(&["rustc-web", "cargo-web", "rust-web-src", "lld-*"]);
    let complete = |names: &[String]| {
        DEBIAN_PACKAGES.iter().all(|package| names.iter().any(|name| name == package))
            && newest_lld(names).is_some()
    };
    if complete(&installed) {
        return Ok(true);
    }
    if !debian::can_install() {
        return Ok(false);
    }
    let offered = debian::offered("^(rustc-web|cargo-web|rust-web-src|lld-[0-9]+)$", step)?;
    let Some(lld) = newest_lld(&offered).filter(|_| complete(&offered)) else {
        return Ok(false);
    };
    let mut packages = DEBIAN_PACKAGES.map(str::to_owned).to_vec();
    packages.push(format!("lld-{lld}"));
    debian::install(&packages, step)?;
    Ok(true)
}

/// The number of the newest `lld-NN`; LLVM's tools are packaged once a major version.
fn newest_lld(packages: &[String]) -> Option<u32> {
    let number = |name: &String| name.strip_prefix("lld-")?.parse::<u32>().ok();
    packages.iter().filter_map(number).max()
}

/// `1.96` of `rustc 1.96.0 (…)`.
fn minor_version(version: &str) -> Result<String> {
    let number = version.split_whitespace().nth(1).context("rustc tells no version")?;
    Ok(number.split('.').take(2).collect::<Vec<_>>().join("."))
}

fn has_core(libraries: &Path) -> bool {
    let Ok(entries) = libraries.read_dir() else { return false };
    entries.filter_map(Result::ok).any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libcore-") && name.ends_with(".rlib")
    })
}

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// What rustup's cargo and `cargo run` hand to xtask. Debian's tools would load rustup's
/// libraries or call its compiler.
const RUSTUP_LEFTOVERS: [&str; 9] = [
    "CARGO",
    "LD_LIBRARY_PATH",
    "RUSTC",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTDOC",
    "RUSTUP_TOOLCHAIN",
    "RUSTUP_TOOLCHAIN_SOURCE",
    "RUST_RECURSION_COUNT",
];

const NOTHING_FITS: &str = "\
no compiler for wasm32-unknown-unknown: install rustup (https://rustup.rs), or on Debian, as root, \
run `apt-get install rustc-web cargo-web rust-web-src` and the newest `lld-NN`";

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn the_newest_lld_is_by_number_not_by_letter() {
        assert_eq!(newest_lld(&names(&["lld-9", "lld-22", "lld-19"])), Some(22));
    }

    #[test]
    fn packages_that_only_look_like_lld_do_not_count() {
        assert_eq!(newest_lld(&names(&["lld", "lld-22-dev", "liblld-22", "lldb-22"])), None);
    }

    #[test]
    fn a_version_is_shown_without_its_patch() {
        assert_eq!(
            minor_version("rustc 1.96.0 (ac68faa20 2026-05-25)").ok().as_deref(),
            Some("1.96")
        );
        assert!(minor_version("rustc").is_err());
    }
}
