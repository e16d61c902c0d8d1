//! A picture or a page takes the place of its own older version and of nothing else, and appears
//! whole or not at all.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};
use std::process::Command;

use crate::common::{World, bytes};
use rstest::rstest;

/// A command that writes files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    Page,
    Svg,
    Mermaid,
    Dot,
    Manual,
}

impl Verb {
    const ALL: [Verb; 5] = [
        Verb::Page,
        Verb::Svg,
        Verb::Mermaid,
        Verb::Dot,
        Verb::Manual,
    ];

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Verb::Page => &["overview", "--as=gemeente-waterdam", "--html=made/file.x"],
            Verb::Svg => &["map", "graph", "--output=made/file.x"],
            Verb::Mermaid => &["map", "graph", "--picture=mermaid", "--output=made/file.x"],
            Verb::Dot => &["map", "graph", "--picture=dot", "--output=made/file.x"],
            Verb::Manual => &["man", "--output=made"],
        }
    }

    /// The file that it writes, or one of them.
    fn file(self) -> &'static str {
        match self {
            Verb::Manual => "made/seinhuis-report.1",
            Verb::Page | Verb::Svg | Verb::Mermaid | Verb::Dot => "made/file.x",
        }
    }

    /// What the hint gives as another name.
    fn hint(self) -> &'static str {
        match self {
            Verb::Page => "behind --html, for example made/file-2.x.",
            Verb::Manual => "behind --output, for example made-2.",
            Verb::Svg | Verb::Mermaid | Verb::Dot => "behind --output, for example made/file-2.x.",
        }
    }
}

/// What stands where the file was to come.
#[derive(Debug, Clone, Copy)]
enum Obstacle {
    Register,
    Map,
    OtherFile,
    EmptyFile,
    /// A file that another command made.
    OtherKind,
    LinkToOwnKind,
    DanglingLink,
    Folder,
    Pipe,
}

impl Obstacle {
    fn put(self, world: &World, verb: Verb) {
        let path = world.path(verb.file());
        match self {
            Obstacle::Register => drop(fs::copy(world.register(), path).unwrap()),
            Obstacle::Map => drop(fs::copy(world.path("routes.yaml"), path).unwrap()),
            Obstacle::OtherFile => fs::write(path, "my shopping list").unwrap(),
            Obstacle::EmptyFile => fs::write(path, "").unwrap(),
            Obstacle::OtherKind => {
                let other = Verb::ALL.into_iter().find(|other| *other != verb).unwrap();
                world.run(other.arguments()).exit(0);
                if verb == Verb::Manual {
                    fs::rename(world.path(other.file()), path).unwrap();
                }
            }
            Obstacle::LinkToOwnKind => {
                world.run(verb.arguments()).exit(0);
                fs::rename(&path, world.path("made/elsewhere")).unwrap();
                symlink("elsewhere", path).unwrap();
            }
            Obstacle::DanglingLink => symlink("../nowhere", path).unwrap(),
            Obstacle::Folder => fs::create_dir(path).unwrap(),
            Obstacle::Pipe => {
                let made = Command::new("mkfifo").arg(path).status().unwrap();
                assert!(made.success());
            }
        }
    }

    fn told(self) -> &'static str {
        match self {
            Obstacle::Register => "is a register or another database; nothing was written.",
            Obstacle::Map | Obstacle::OtherFile | Obstacle::EmptyFile | Obstacle::OtherKind => {
                "is there already, and this command did not make it."
            }
            Obstacle::LinkToOwnKind | Obstacle::DanglingLink => "is a link. Nothing was written",
            Obstacle::Folder => "is a folder; nothing was written.",
            Obstacle::Pipe => "is no ordinary file, but for example a device",
        }
    }
}

/// A world with a register and an empty folder `made`.
fn world() -> World {
    let world = World::new().reported();
    fs::create_dir(world.path("made")).unwrap();
    world
}

/// What is in the folder `made`: of each name what it is, and what it holds.
fn made(world: &World) -> BTreeMap<String, (String, Vec<u8>)> {
    let look = |entry: fs::DirEntry| {
        let kind = entry.file_type().unwrap();
        let (what, holds) = if kind.is_symlink() {
            let leads = fs::read_link(entry.path()).unwrap();
            (format!("a link to {}", leads.display()), Vec::new())
        } else if kind.is_file() {
            ("a file".to_owned(), bytes(&entry.path()))
        } else if kind.is_fifo() {
            ("a pipe".to_owned(), Vec::new())
        } else {
            assert!(kind.is_dir());
            ("a folder".to_owned(), Vec::new())
        };
        (entry.file_name().into_string().unwrap(), (what, holds))
    };
    fs::read_dir(world.path("made"))
        .unwrap()
        .map(|entry| look(entry.unwrap()))
        .collect()
}

#[rstest]
fn nothing_else_is_written_over(
    #[values(Verb::Page, Verb::Svg, Verb::Mermaid, Verb::Dot, Verb::Manual)] verb: Verb,
    #[values(
        Obstacle::Register,
        Obstacle::Map,
        Obstacle::OtherFile,
        Obstacle::EmptyFile,
        Obstacle::OtherKind,
        Obstacle::LinkToOwnKind,
        Obstacle::DanglingLink,
        Obstacle::Folder,
        Obstacle::Pipe
    )]
    obstacle: Obstacle,
) {
    let world = world();
    obstacle.put(&world, verb);
    let before = made(&world);
    let run = world.run(verb.arguments());
    run.exit(2)
        .no_answer()
        .told(&format!("error: {} {}", verb.file(), obstacle.told()))
        .told("hint: Type another name ")
        .told(verb.hint());
    assert_eq!(made(&world), before, "{run}");
    assert!(!world.path("nowhere").exists());
}

#[rstest]
fn the_map_and_the_register_in_use_are_left_as_they_are(
    #[values("routes.yaml", "register.db")] file: &str,
    #[values(&["overview", "--as=gemeente-waterdam", "--html"], &["map", "graph", "--output"])]
    verb: &[&str],
    #[values(false, true)] by_a_link: bool,
) {
    let world = world();
    let before = bytes(&world.path(file));
    let typed = if by_a_link { "made/link" } else { file };
    if by_a_link {
        symlink(world.path(file), world.path(typed)).unwrap();
    }
    let run = world.run([verb, &[typed, "--format=json"]].concat());
    let error = run.exit(2).no_answer().error_json();
    assert_eq!(error["kind"], "file-exists");
    assert_eq!(bytes(&world.path(file)), before);
    assert_eq!(world.signals().len(), 1);
}

#[test]
fn what_stands_in_the_way_is_told_in_dutch() {
    let world = world().lang("nl").file("made/file-2.x", "taken too");
    Obstacle::Register.put(&world, Verb::Svg);
    world
        .run(Verb::Svg.arguments())
        .exit(2)
        .told("fout: made/file.x is een register of een andere database. Er is niets geschreven.")
        .told("Typ achter --naar een andere naam, bijvoorbeeld made/file-3.x.");
}

#[rstest]
fn the_older_version_is_replaced(
    #[values(Verb::Page, Verb::Svg, Verb::Mermaid, Verb::Dot, Verb::Manual)] verb: Verb,
) {
    let (world, dutch) = (world(), &["--lang=nl"]);
    world.run(verb.arguments()).exit(0);
    let older = made(&world);
    world.run([verb.arguments(), dutch].concat()).exit(0);
    let replaced = made(&world);
    fs::remove_dir_all(world.path("made")).unwrap();
    fs::create_dir(world.path("made")).unwrap();
    world.run([verb.arguments(), dutch].concat()).exit(0);
    assert_eq!(replaced, made(&world));
    assert_ne!(replaced[file_name(verb)], older[file_name(verb)]);
}

fn file_name(verb: Verb) -> &'static str {
    verb.file().trim_start_matches("made/")
}

#[rstest]
#[case::page(Verb::Page, 0o600)]
#[case::svg(Verb::Svg, 0o640)]
#[case::mermaid(Verb::Mermaid, 0o640)]
#[case::dot(Verb::Dot, 0o640)]
#[case::manual(Verb::Manual, 0o640)]
fn who_may_read_it_is_as_for_any_new_file_and_a_page_of_numbers_is_private(
    #[case] verb: Verb,
    #[case] mode: u32,
    #[values(false, true)] again: bool,
) {
    let world = world();
    if again {
        world.run(verb.arguments()).exit(0);
    }
    let arguments = verb.arguments().join(" ");
    world
        .shell(&format!("umask 027; exec \"$SEINHUIS\" {arguments}"))
        .exit(0);
    let permissions = fs::metadata(world.path(verb.file())).unwrap().permissions();
    assert_eq!(permissions.mode() & 0o777, mode);
}

#[rstest]
fn where_it_does_not_fit_the_older_version_stays(
    #[values(Verb::Page, Verb::Svg, Verb::Mermaid, Verb::Dot, Verb::Manual)] verb: Verb,
    #[values(false, true)] there_is_one: bool,
) {
    // Neither would a register fit, or the map that is kept: there is none, and that is made before.
    let world = World::new();
    fs::create_dir(world.path("made")).unwrap();
    world.run(verb.arguments()).exit(0);
    if !there_is_one {
        fs::remove_dir_all(world.path("made")).unwrap();
        fs::create_dir(world.path("made")).unwrap();
    }
    let before = made(&world);
    let arguments = verb.arguments().join(" ");
    let full = world.shell(&format!(
        "trap '' XFSZ; ulimit -f 4; exec \"$SEINHUIS\" {arguments}"
    ));
    full.exit(1).no_answer().told("cannot be written.");
    assert_eq!(made(&world), before);

    // The same, and the system kills it in the middle of a write.
    let killed = world.shell(&format!(
        "ulimit -c 0; ulimit -f 4; exec \"$SEINHUIS\" {arguments}"
    ));
    killed.exit(256).no_answer();
    let mut left = made(&world);
    left.retain(|name, _| !name.starts_with(".seinhuis-"));
    assert_eq!(left, before);
}
