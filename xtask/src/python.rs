//! Python: environments with the libraries that a part of the tests needs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{checked, find_program, quiet};
use crate::debian;
use crate::progress::Step;
use crate::project::Project;

/// One list of requirements, and the folder that they are installed in.
#[derive(Clone, Copy)]
pub(crate) struct Environment {
    /// Under cargo's target folder.
    folder: &'static str,
    requirements: &'static str,
}

/// The libraries that the interop tests compare with.
pub(crate) const INTEROP: Environment =
    Environment { folder: "python", requirements: "tests/interop/requirements.txt" };

/// Django, and the servers that it runs behind.
pub(crate) const SERVERS: Environment =
    Environment { folder: "python-servers", requirements: "tests/servers/requirements.txt" };

impl Environment {
    /// Makes sure of the environment and returns its interpreter.
    ///
    /// `None`: this machine has no Python that can make one, and none can be installed.
    ///
    /// # Errors
    /// pip cannot install the requirements.
    pub(crate) fn interpreter(self, project: &Project, step: &Step) -> Result<Option<PathBuf>> {
        let folder = project.target(self.folder);
        let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        let stamp = folder.join("requirements.stamp");
        let wanted = fs::read_to_string(project.path(self.requirements))
            .with_context(|| format!("cannot read {}", self.requirements))?;
        // The stamp is written last, so a half-made environment does not count.
        if python.is_file() && fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted)
        {
            step.say(&format!("using the Python environment at {}", folder.display()));
            return Ok(Some(python));
        }
        if !create(&folder, step)? {
            return Ok(None);
        }
        step.say(&format!("fetching the Python packages of {}", self.requirements));
        let mut pip = Command::new(&python);
        pip.args(["-m", "pip", "install", "--disable-pip-version-check", "-r", self.requirements]);
        checked(pip.current_dir(project.root()), |line| step.show(line))?;
        fs::write(&stamp, wanted)?;
        Ok(Some(python))
    }
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
