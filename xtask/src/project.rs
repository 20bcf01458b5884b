//! Project: where its files are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

pub(crate) struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// Finds the project of the running xtask.
    ///
    /// # Errors
    /// The folder that xtask was built in is gone.
    pub(crate) fn find() -> Result<Self> {
        // cargo's value at run time: the one at compile time is wrong once the clone has moved.
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().context("xtask has no parent folder")?;
        let root = root.canonicalize().with_context(|| format!("{} is gone", root.display()))?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
        Ok(Self { target: root.join(target), root })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The absolute path of `relative`, which is written with `/`.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A folder of its own under cargo's target folder.
    pub(crate) fn target(&self, name: &str) -> PathBuf {
        self.target.join(name)
    }
}
