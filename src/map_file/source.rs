//! The files of a map, as bytes with a name.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::suggestion::nearest;
use crate::map_file::problem::{MapFaults, MapProblem};
use crate::map_file::yaml::{MOST_BYTES, escaped};

/// One file: the name that errors tell, the name that counts for the digest, and what is in it.
#[derive(Debug)]
pub(super) struct MapSource {
    pub name: Arc<str>,
    pub own_name: String,
    pub bytes: Vec<u8>,
}

/// Which files of a folder are read. The cases by which a map is tested may stand between its
/// files.
#[derive(Debug, Clone, Copy)]
pub(super) enum FileSelection {
    /// `*.yaml` and `*.yml`, but for those below.
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

/// A file that was found and not read yet: the name that errors tell, the name that counts for the
/// digest, and where it is.
#[derive(Debug)]
pub(super) struct FoundFile {
    pub name: Arc<str>,
    pub own_name: String,
    pub path: PathBuf,
}

/// The file at `path`, or the YAML files of that folder, sorted by name.
pub(super) fn list(path: &Path, wanted: FileSelection) -> Result<Vec<FoundFile>, MapFaults> {
    let about = fs::metadata(path).map_err(|error| refused(path, &error, wanted))?;
    if !about.is_dir() {
        let own_name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        return Ok(vec![FoundFile {
            name: shown(path).into(),
            own_name,
            path: path.to_owned(),
        }]);
    }
    let files = yaml_files(path, wanted)?;
    if files.is_empty() {
        return Err(MapProblem::NoYamlInFolder { path: shown(path) }.into());
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

/// What is in them.
pub(super) fn read_all(
    files: &[FoundFile],
    wanted: FileSelection,
) -> Result<Vec<MapSource>, MapFaults> {
    let mut room = MOST_BYTES;
    let mut sources = Vec::with_capacity(files.len());
    for FoundFile {
        name,
        own_name,
        path,
    } in files
    {
        let too_large = MapProblem::TooLarge {
            most_mib: MOST_BYTES / 1024 / 1024,
        };
        let bytes = read(path, room)
            .map_err(|error| refused(path, &error, wanted))?
            .ok_or(too_large)?;
        room -= bytes.len();
        sources.push(MapSource {
            name: Arc::clone(name),
            own_name: own_name.clone(),
            bytes,
        });
    }
    Ok(sources)
}

/// The file at `path`, or the YAML files of that folder, sorted by name, with what is in them.
pub(super) fn gather(path: &Path, wanted: FileSelection) -> Result<Vec<MapSource>, MapFaults> {
    read_all(&list(path, wanted)?, wanted)
}

/// `None` when it is more than there is room for. What says so of itself is not read; a pipe or a
/// device is, until it does not fit.
fn read(file: &Path, room: usize) -> io::Result<Option<Vec<u8>>> {
    let file = File::open(file)?;
    let most = room as u64;
    let text = file.metadata()?.len();
    if text > most {
        return Ok(None);
    }
    // A byte more, to see that nothing follows without asking for more memory.
    let mut bytes = Vec::with_capacity(usize::try_from(text).unwrap_or(0).saturating_add(1));
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() <= room))
}

/// The YAML files in a folder and in the folders inside it, by the name that they have within it.
fn yaml_files(folder: &Path, wanted: FileSelection) -> Result<Vec<(String, PathBuf)>, MapFaults> {
    let mut files = Vec::new();
    for (name, path) in entries(folder, wanted)? {
        if path.is_dir() {
            let inner = entries(&path, wanted)?
                .into_iter()
                .filter(|(_, path)| !path.is_dir());
            files.extend(inner.map(|(inner, path)| (format!("{name}/{inner}"), path)));
        } else {
            files.push((name, path));
        }
    }
    // A pipe or a socket between the files is none of them, and opening it would wait for somebody
    // at the other end.
    files.retain(|(_, path)| fs::metadata(path).map_or(true, |about| about.is_file()));
    files.retain(|(name, _)| wanted.takes(name));
    files.sort();
    Ok(files)
}

fn entries(folder: &Path, wanted: FileSelection) -> Result<Vec<(String, PathBuf)>, MapFaults> {
    let read = || -> io::Result<Vec<(String, PathBuf)>> {
        let named = |entry: io::Result<fs::DirEntry>| {
            entry.map(|e| (escaped(&e.file_name().to_string_lossy()), e.path()))
        };
        fs::read_dir(folder)?.map(named).collect()
    };
    let mut all = read().map_err(|error| refused(folder, &error, wanted))?;
    all.retain(|(name, _)| !name.starts_with('.'));
    Ok(all)
}

fn refused(path: &Path, error: &io::Error, wanted: FileSelection) -> MapFaults {
    let text = shown(path);
    let kind = error.kind();
    let problem = if matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) {
        MapProblem::NoSuchFile {
            did_you_mean: beside(path, wanted),
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
fn beside(path: &Path, wanted: FileSelection) -> Option<String> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let typed = path.file_name()?.to_string_lossy().into_owned();
    let mut names: Vec<String> = entries(folder, wanted)
        .ok()?
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| wanted.takes(name))
        .collect();
    names.sort();
    let only = match names.as_slice() {
        [only] => Some(only.as_str()),
        _ => None,
    };
    let name = nearest(&typed, names.iter().map(String::as_str)).or(only)?;
    Some(shown(&path.with_file_name(name)))
}

fn shown(path: &Path) -> String {
    escaped(&path.to_string_lossy())
}
