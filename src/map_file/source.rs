//! The files of a map, as bytes with a name.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::suggestion::nearest;
use crate::map_file::problem::{MapFaults, MapProblem};
use crate::map_file::yaml::{MAX_BYTES, escaped};

/// A file of a map.
#[derive(Debug)]
pub(super) struct MapSource {
    /// The name in errors.
    pub name: Arc<str>,
    /// The name in the digest.
    pub own_name: String,
    pub bytes: Vec<u8>,
}

/// Which files of a folder to read. The cases that test a map may be in the same folder.
#[derive(Debug, Clone, Copy)]
pub(super) enum FileSelection {
    /// `*.yaml` and `*.yml`, without those of `Cases`.
    Map,
    /// `*.test.yaml` and `*.test.yml`.
    Cases,
}

impl FileSelection {
    fn takes(self, name: &str) -> bool {
        let name = name.to_lowercase();
        let stem = name
            .strip_suffix(".yaml")
            .or_else(|| name.strip_suffix(".yml"));
        stem.is_some_and(|stem| match self {
            FileSelection::Map => !stem.ends_with(".test"),
            FileSelection::Cases => stem.ends_with(".test"),
        })
    }
}

/// A file that was found and not read yet.
#[derive(Debug)]
pub(super) struct FoundFile {
    /// The name in errors.
    pub name: Arc<str>,
    /// The name in the digest.
    pub own_name: String,
    pub path: PathBuf,
}

/// The file at `path`, or the YAML files of that folder, sorted by name.
pub(super) fn list(path: &Path, selection: FileSelection) -> Result<Vec<FoundFile>, MapFaults> {
    let metadata = fs::metadata(path).map_err(|error| fault(path, &error, selection))?;
    if !metadata.is_dir() {
        let own_name = path.file_name().unwrap_or_default();
        return Ok(vec![FoundFile {
            name: printable(path).into(),
            own_name: own_name.to_string_lossy().into_owned(),
            path: path.to_owned(),
        }]);
    }
    let files = yaml_files(path, selection)?;
    if files.is_empty() {
        let path = printable(path);
        return Err(MapProblem::NoYamlInFolder { path }.into());
    }
    Ok(files
        .into_iter()
        .map(|(name, path)| FoundFile {
            name: name.as_str().into(),
            own_name: name,
            path,
        })
        .collect())
}

pub(super) fn read_all(
    files: &[FoundFile],
    selection: FileSelection,
) -> Result<Vec<MapSource>, MapFaults> {
    let mut room = MAX_BYTES;
    let mut sources = Vec::with_capacity(files.len());
    for file in files {
        let bytes = read(&file.path, room)
            .map_err(|error| fault(&file.path, &error, selection))?
            .ok_or(MapProblem::TooLarge {
                most_mib: MAX_BYTES / 1024 / 1024,
            })?;
        room -= bytes.len();
        sources.push(MapSource {
            name: Arc::clone(&file.name),
            own_name: file.own_name.clone(),
            bytes,
        });
    }
    Ok(sources)
}

/// Lists and reads.
pub(super) fn gather(path: &Path, selection: FileSelection) -> Result<Vec<MapSource>, MapFaults> {
    read_all(&list(path, selection)?, selection)
}

/// `None` when there is more than fits in the room. A file that is longer by its metadata is not
/// read; a pipe or a device is, until it does not fit.
fn read(path: &Path, room: usize) -> io::Result<Option<Vec<u8>>> {
    let file = File::open(path)?;
    let max = room as u64;
    let length = file.metadata()?.len();
    if length > max {
        return Ok(None);
    }
    // One byte more, to see the end of the file without asking for more memory.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0).saturating_add(1));
    file.take(max.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() <= room))
}

/// The YAML files in a folder and in the folders inside it, with their names within the folder.
fn yaml_files(
    folder: &Path,
    selection: FileSelection,
) -> Result<Vec<(String, PathBuf)>, MapFaults> {
    let mut files = Vec::new();
    for (name, path) in entries(folder).map_err(|error| fault(folder, &error, selection))? {
        if !path.is_dir() {
            files.push((name, path));
            continue;
        }
        let inner = entries(&path).map_err(|error| fault(&path, &error, selection))?;
        for (inner, path) in inner {
            if !path.is_dir() {
                files.push((format!("{name}/{inner}"), path));
            }
        }
    }
    // Whatever a link is called, it may be that to a folder of files.
    for (_, link) in files.iter().filter(|(_, path)| path.is_symlink()) {
        fs::metadata(link).map_err(|error| fault(link, &error, selection))?;
    }
    // A pipe or a socket is not a file of the map, and opening it would wait for its other end.
    files.retain(|(_, path)| fs::metadata(path).map_or(true, |metadata| metadata.is_file()));
    files.retain(|(name, _)| selection.takes(name));
    files.sort();
    Ok(files)
}

/// The names and paths of what is in a folder, without what is hidden.
fn entries(folder: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = escaped(&entry.file_name().to_string_lossy());
        if !name.starts_with('.') {
            all.push((name, entry.path()));
        }
    }
    Ok(all)
}

fn fault(path: &Path, error: &io::Error, selection: FileSelection) -> MapFaults {
    let text = printable(path);
    let kind = error.kind();
    let problem = if kind == io::ErrorKind::NotFound && path.is_symlink() {
        MapProblem::LinkToNowhere { path: text }
    } else if matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) {
        MapProblem::NoSuchFile {
            did_you_mean: suggestion(path, selection),
            path: text,
        }
    } else if kind == io::ErrorKind::PermissionDenied {
        MapProblem::NoPermission { path: text }
    } else {
        MapProblem::Unreadable {
            path: text,
            reason: escaped(&error.to_string()),
        }
    };
    problem.into()
}

/// The YAML file in the same folder with the nearest name, or the only one there.
fn suggestion(path: &Path, selection: FileSelection) -> Option<String> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let typed = path.file_name()?.to_string_lossy();
    let mut names: Vec<String> = entries(folder)
        .ok()?
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| selection.takes(name))
        .collect();
    names.sort();
    let name = match names.as_slice() {
        [only] => only,
        several => nearest(&typed, several.iter().map(String::as_str))?,
    };
    Some(printable(&path.with_file_name(name)))
}

fn printable(path: &Path) -> String {
    escaped(&path.to_string_lossy())
}
