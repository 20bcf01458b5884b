//! Python: an environment with the libraries that the interop tests compare with.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{checked, find_program, quiet};
use crate::debian;
use crate::progress::Step;
use crate::project::Project;

/// Makes sure of the environment and returns its interpreter.
///
/// `None`: this machine has no Python that can make one, and none can be installed.
///
/// # Errors
/// pip cannot install the requirements.
pub(crate) fn environment(project: &Project, step: &Step) -> Result<Option<PathBuf>> {
    let folder = project.target("python");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = folder.join("requirements.stamp");
    let wanted = fs::read_to_string(project.path(REQUIREMENTS))
        .with_context(|| format!("cannot read {REQUIREMENTS}"))?;
    // The stamp is written last, so a half-made environment does not count.
    if python.is_file() && fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        step.say(&format!("using the Python environment at {}", folder.display()));
        return Ok(Some(python));
    }
    if !create(&folder, step)? {
        return Ok(None);
    }
    step.say(&format!("fetching the Python packages of {REQUIREMENTS}"));
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--disable-pip-version-check", "-r", REQUIREMENTS]);
    checked(pip.current_dir(project.root()), |line| step.show(line))?;
    fs::write(&stamp, wanted)?;
    Ok(Some(python))
}

/// Makes an empty environment; `false`: no Python here can.
fn create(folder: &Path, step: &Step) -> Result<bool> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let found = ["python3", "python"].into_iter().find_map(find_program);
    if found.is_some_and(|python| make(&python, folder).is_ok()) {
        return Ok(true);
    }
    if !debian::can_install() {
        return Ok(false);
    }
    // Debian's Python comes without the module that puts pip into an environment.
    debian::install(&["python3".to_owned(), "python3-venv".to_owned()], step)?;
    make(Path::new("/usr/bin/python3"), folder)?;
    Ok(true)
}

fn make(python: &Path, folder: &Path) -> Result<String> {
    quiet(Command::new(python).args(["-m", "venv", "--clear"]).arg(folder))
}

const REQUIREMENTS: &str = "tests/interop/requirements.txt";
