//! Joins the texts that stand beside the code that shows them into one catalogue per language, and
//! gives every build a name of its own.
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
    for language in ["nl", "en"] {
        join_texts(language, &files)?;
    }
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

/// Writes the texts of all files `<language>.ftl` below `src` to one file of that name.
fn join_texts(language: &str, files: &[PathBuf]) -> Result<(), Box<dyn Error>> {
    let name = format!("{language}.ftl");
    let mut all = String::new();
    for file in files.iter().filter(|file| file.ends_with(&name)) {
        all.push_str(&fs::read_to_string(file)?);
        // A text that ends its file is not to run into the next one.
        all.push('\n');
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join(name), all)?;
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
