//! Content: the files of a site, by their paths below its root.

use std::collections::BTreeMap;
use std::collections::btree_map::{Iter, IterMut};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::folder::media_type;

/// Sorted, so that the same files are always the same site.
#[derive(Default)]
pub(super) struct Content {
    files: BTreeMap<String, Vec<u8>>,
}

impl Content {
    /// Takes all of `folder` that is for the web, with `prefix` before its paths.
    ///
    /// - `takes`: is asked about each path, of folders too
    ///
    /// # Errors
    /// A file cannot be read, or is of an unknown kind.
    pub(super) fn add_folder(
        &mut self,
        prefix: &str,
        folder: &Path,
        takes: fn(&str) -> bool,
    ) -> Result<()> {
        let unreadable = || format!("{} cannot be read", folder.display());
        for entry in fs::read_dir(folder).with_context(unreadable)? {
            let entry = entry.with_context(unreadable)?;
            let name = entry.file_name();
            let name = name.to_str().with_context(|| format!("{name:?} is no name for the web"))?;
            let (path, file) = (format!("{prefix}{name}"), entry.path());
            if name.starts_with('.') || name.ends_with(".md") || !takes(&path) {
                continue;
            }
            if file.is_dir() {
                self.add_folder(&format!("{path}/"), &file, takes)?;
            } else {
                self.add(path, &file)?;
            }
        }
        Ok(())
    }

    /// Takes one file.
    ///
    /// # Errors
    /// It cannot be read, or is of an unknown kind.
    pub(super) fn add(&mut self, path: String, file: &Path) -> Result<()> {
        // Left out silently, it would be missed on the page only.
        if media_type(file) == "application/octet-stream" {
            bail!("{} is of no kind that belongs on a site", file.display());
        }
        let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
        self.files.insert(path, bytes);
        Ok(())
    }

    pub(super) fn iter(&self) -> Iter<'_, String, Vec<u8>> {
        self.files.iter()
    }

    pub(super) fn iter_mut(&mut self) -> IterMut<'_, String, Vec<u8>> {
        self.files.iter_mut()
    }

    pub(super) fn get_mut(&mut self, path: &str) -> Option<&mut Vec<u8>> {
        self.files.get_mut(path)
    }

    /// Writes all files below `out`.
    ///
    /// # Errors
    /// One cannot be written.
    pub(super) fn write(&self, out: &Path) -> Result<()> {
        for (path, bytes) in &self.files {
            let file = out.join(path);
            let unwritable = || format!("{} cannot be written", file.display());
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder).with_context(unwritable)?;
            }
            fs::write(&file, bytes).with_context(unwritable)?;
        }
        Ok(())
    }
}

#[cfg(test)]
impl Content {
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        Self { files: files.collect() }
    }

    pub(super) fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.files.get(path)?).ok()
    }
}
