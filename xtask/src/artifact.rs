//! Artifact: one feature set of the crate, compiled to wasm with its JavaScript glue.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::checked;
use crate::glue;
use crate::npm;
use crate::progress::Step;
use crate::project::Project;
use crate::toolchain::{TARGET, Toolchain};

pub(crate) struct Artifact {
    /// Its folder in pkg/wasm.
    pub(crate) name: &'static str,
    features: &'static str,
    tuning: &'static Tuning,
}

pub(crate) const ARTIFACTS: [Artifact; 2] = [
    Artifact { name: "core", features: "wasm,hs", tuning: &SMALL_AND_FAST },
    Artifact { name: "full", features: "wasm,full", tuning: &SMALL },
];

/// How the compiler weighs time against size.
pub(crate) struct Tuning {
    /// Where cargo works: other flags in the same folder would have it compile everything anew.
    folder: &'static str,
    /// Instead of the one in Cargo.toml.
    opt_level: Option<&'static str>,
    flags: &'static [&'static str],
}

/// The threshold is a third of the usual one: 2 KB less on the wire, for 3 to 5 % more time.
pub(crate) const SMALL_AND_FAST: Tuning =
    Tuning { folder: "wasm", opt_level: None, flags: &["-Cllvm-args=-inline-threshold=75"] };

/// For code most of which any one program never runs.
const SMALL: Tuning = Tuning { folder: "wasm-small", opt_level: Some("s"), flags: &[] };

impl Artifact {
    /// Where its files go: the glue, the typings of the wasm's exports, and the wasm.
    pub(crate) fn folder(&self, project: &Project) -> PathBuf {
        project.path("pkg/wasm").join(self.name)
    }

    /// The finished wasm.
    pub(crate) fn wasm(&self, project: &Project) -> PathBuf {
        self.folder(project).join(WASM)
    }

    /// Compiles the crate.
    ///
    /// # Errors
    /// The crate does not compile.
    pub(crate) fn compile(
        &self,
        project: &Project,
        toolchain: &Toolchain,
        step: &Step,
    ) -> Result<()> {
        let mut cargo = cargo(project, toolchain, self.tuning);
        cargo.args(["--lib", "--no-default-features", "--features", self.features]);
        checked(&mut cargo, |line| step.show(line))?;
        // Cargo gives every feature set the same name.
        let from = compiled(project, self.tuning, "wasm_jwt");
        let to = self.compiled(project);
        fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
        Ok(())
    }

    fn compiled(&self, project: &Project) -> PathBuf {
        project.target("wasm").join(self.name).with_extension("wasm")
    }

    /// Makes the JavaScript glue.
    ///
    /// Of the bundler target only the glue module is of use: it neither fetches nor looks at
    /// `import.meta`, and leaves it to the package how the instance is made.
    ///
    /// # Errors
    /// wasm-bindgen refuses the wasm, or its glue has an unknown form.
    pub(crate) fn bind(&self, project: &Project) -> Result<()> {
        let made = self.bound(project);
        bindgen(&self.compiled(project), &made, false)?;

        let folder = self.folder(project);
        replace_folder(&folder)?;
        let js = read(&made.join("wasm_jwt_bg.js"))?;
        write(&folder.join("wasm_jwt_bg.js"), glue::forget_old_memory(&js)?.as_bytes())?;
        write(&folder.join("imports.js"), glue::imports(&js).as_bytes())?;
        write(&folder.join("imports.d.ts"), glue::IMPORTS_TYPINGS.as_bytes())?;
        let exports = read(&made.join("wasm_jwt_bg.wasm.d.ts"))?;
        write(&folder.join("exports.d.ts"), exports.as_bytes())
    }

    /// Optimises the wasm and puts it beside its glue.
    ///
    /// # Errors
    /// wasm-opt fails, or the wasm tells where it was built.
    pub(crate) fn optimise(&self, project: &Project, toolchain: &Toolchain) -> Result<()> {
        let mut command = wasm_opt(project, &self.bound(project).join(WASM), &self.wasm(project));
        checked(command.args(STRIP), |_| ())?;
        let wasm = fs::read(self.wasm(project))?;
        for (path, _) in machine_paths(project, toolchain) {
            forbid(&wasm, &path)?;
        }
        env::home_dir().map_or(Ok(()), |home| forbid(&wasm, &home))
    }

    /// Makes the wasm once more, with the names of its functions, for `cargo xtask size` to read.
    ///
    /// # Errors
    /// A tool fails.
    pub(crate) fn optimise_with_names(&self, project: &Project, to: &Path) -> Result<()> {
        let made = self.bound(project).with_extension("names");
        bindgen(&self.compiled(project), &made, true)?;
        // Everything of WASM_OPT as it is: what is measured is what is shipped.
        checked(wasm_opt(project, &made.join(WASM), to).arg("--debuginfo"), |_| ())?;
        Ok(())
    }

    fn bound(&self, project: &Project) -> PathBuf {
        project.target("wasm").join("bindgen").join(self.name)
    }
}

/// A cargo that is about to compile for wasm as an artifact is compiled. What it makes is in
/// [`compiled`].
pub(crate) fn cargo(project: &Project, toolchain: &Toolchain, tuning: &Tuning) -> Command {
    let mut flags = vec![OsString::from("-Ctarget-feature=+simd128")];
    flags.extend(tuning.flags.iter().map(OsString::from));
    for (path, name) in machine_paths(project, toolchain) {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(&path);
        flag.push(format!("={name}"));
        flags.push(flag);
    }
    let mut cargo = toolchain.cargo();
    // A folder of its own: neither waits for the lock of the one for the host.
    cargo.current_dir(project.root()).env("CARGO_TARGET_DIR", project.target(tuning.folder));
    if let Some(level) = tuning.opt_level {
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level);
    }
    cargo.args(["build", "--release", "--locked", "--target", TARGET]);
    if toolchain.builds_std() {
        cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        let known = LEAN.iter().filter(|flags| toolchain.accepts(flags));
        flags.extend(known.flat_map(|flags| flags.iter().map(OsString::from)));
    }
    // Encoded, because a path may hold a space.
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}".as_ref()));
    cargo
}

/// Where [`cargo`] puts the library `name`.
pub(crate) fn compiled(project: &Project, tuning: &Tuning, name: &str) -> PathBuf {
    project.target(tuning.folder).join(TARGET).join("release").join(format!("{name}.wasm"))
}

fn bindgen(wasm: &Path, to: &Path, names: bool) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        // The input is named after the artifact, its output after the crate.
        .out_name("wasm_jwt")
        .bundler(true)?
        .typescript(true)
        .remove_name_section(!names)
        .remove_producers_section(true)
        .generate(to)
        .context("wasm-bindgen refuses the wasm")
}

/// wasm-opt, about to make `to` of `from` as an artifact is made, and to strip nothing.
pub(crate) fn wasm_opt(project: &Project, from: &Path, to: &Path) -> Command {
    let mut command = npm::script(project, "node_modules/binaryen/bin/wasm-opt");
    command.arg(from).arg("-o").arg(to).args(WASM_OPT);
    command
}

/// The folders whose paths compilers put into panic messages, and what stands there instead:
/// the same source gives the same wasm on another machine, and tells nothing of this one.
fn machine_paths(project: &Project, toolchain: &Toolchain) -> Vec<(PathBuf, &'static str)> {
    let home = env::home_dir().unwrap_or_default();
    let cargo_home = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let std_source = toolchain.std_source();
    let mut paths = vec![
        (project.root().to_owned(), "wasm-jwt"),
        (project.root().join("target"), "target"),
        (cargo_home.clone(), "cargo"),
    ];
    // Named after the registry or its mirror. The last of two fitting paths counts.
    let registries = cargo_home.join("registry/src").read_dir().into_iter().flatten().flatten();
    paths.extend(registries.map(|registry| (registry.path(), "crates")));
    // Debian links the folder to another place, and either name can turn up.
    paths.extend(std_source.canonicalize().map(|path| (path, "rust")));
    paths.push((std_source, "rust"));
    paths
}

fn forbid(wasm: &[u8], path: &Path) -> Result<()> {
    let path = path.to_string_lossy();
    // A home of `/` says nothing.
    if path.len() > 1 && wasm.windows(path.len()).any(|window| window == path.as_bytes()) {
        bail!("the wasm holds the path {path}: --remap-path-prefix missed it");
    }
    Ok(())
}

fn replace_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

const WASM: &str = "wasm_jwt_bg.wasm";

/// Flags that a standard library of our own can be compiled with: nobody is shown a panic's message
/// or place, so a panic is a bare trap. With them and a library made for size, the wasm is 8 KB of
/// brotli smaller.
const LEAN: [&[&str]; 2] =
    [&["-Cpanic=immediate-abort", "-Zunstable-options"], &["-Zlocation-detail=none"]];

/// Only what every engine since Node 20.9 loads: the first flag turns everything off, so that a
/// new compiler's favourite fails here and not at the user's. (`--all-features` emits compact
/// imports, which no engine takes.)
const WASM_OPT: [&str; 10] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
    "-O3",
    "--converge",
];

/// What is of no use to who runs the wasm.
const STRIP: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_the_machine_in_the_wasm_is_refused() {
        assert!(forbid(b"\0asm/home/ada/.cargo/x.rs", Path::new("/home/ada")).is_err());
        assert!(forbid(b"\0asm/home/eve/.cargo/x.rs", Path::new("/home/ada")).is_ok());
    }

    #[test]
    fn a_home_at_the_root_is_no_path_of_the_machine() {
        assert!(forbid(b"\0asm a/b", Path::new("/")).is_ok());
    }
}
