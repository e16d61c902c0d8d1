//! Gives every build of the program a name of its own: a digest of all that it is made from.
//!
//! A cached map is read by the build that wrote it and by no other. So the name changes with every
//! source file, dependency, compiler and target; the same sources give the same name.

use std::error::Error;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = vec![PathBuf::from("Cargo.toml"), PathBuf::from("Cargo.lock")];
    add_files(Path::new("src"), &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in &files {
        add(&mut hasher, file.as_os_str().as_encoded_bytes());
        add(&mut hasher, &fs::read(file)?);
    }
    for name in ["TARGET", "PROFILE", "OPT_LEVEL"] {
        add(&mut hasher, env::var(name)?.as_bytes());
    }
    let compiler = Command::new(env::var("RUSTC")?).arg("-vV").output()?;
    add(&mut hasher, &compiler.stdout);
    println!("cargo::rustc-env=SEINHUIS_BUILD={:016x}", hasher.finish());
    for watched in ["build.rs", "src", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    Ok(())
}

/// Each part with its length: no two lists of parts look alike.
fn add(hasher: &mut DefaultHasher, part: &[u8]) {
    hasher.write_usize(part.len());
    hasher.write(part);
}

fn add_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            add_files(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
