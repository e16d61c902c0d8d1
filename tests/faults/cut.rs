//! What a power cut leaves of a folder: all that was synced, and of the rest what chance keeps.
//!
//! Nothing that was not synced is promised. So of each sector that was written since, either the
//! old or the new is left; of a file that grew or shrank either size; and of each name that was
//! given or taken away either what it was or what it became. shim.c keeps account of what was
//! synced.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use crate::world::Kept;

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// Decides what is left. The same seed decides the same.
#[derive(Debug, Clone, Copy)]
pub enum Chance {
    /// Nothing that was not synced.
    Nothing,
    /// One of two, at random.
    Tossed(u64),
}

impl Chance {
    /// So many: the hardest first, then seeds.
    pub fn some(many: u64) -> impl Iterator<Item = Chance> {
        std::iter::once(Chance::Nothing).chain((1..many).map(Chance::Tossed))
    }

    /// Whether what was not synced survived.
    fn survives(&mut self) -> bool {
        match self {
            Chance::Nothing => false,
            Chance::Tossed(state) => {
                // SplitMix64.
                *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
                let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                ((mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB) >> 63) == 1
            }
        }
    }
}

/// Lets all that stands in the store be on the disk.
pub fn settle(store: &Path, disk: &Path) {
    fs::remove_dir_all(disk).unwrap();
    fs::create_dir(disk).unwrap();
    settle_folder(store, disk);
}

fn settle_folder(folder: &Path, disk: &Path) {
    let mut listed = String::new();
    for (name, number) in entries(folder) {
        listed.push_str(&format!("{number} {name}\n"));
        let path = folder.join(name);
        if path.is_dir() {
            settle_folder(&path, disk);
        } else {
            fs::copy(path, disk.join(format!("file-{number}"))).unwrap();
        }
    }
    fs::write(disk.join(format!("folder-{}", inode(folder))), listed).unwrap();
}

/// What is left of the store.
pub fn cut(store: &Path, disk: &Path, mut chance: Chance) -> Kept {
    let mut left = Kept::new();
    Cut {
        disk,
        chance: &mut chance,
        left: &mut left,
    }
    .folder(store, Path::new(""));
    left
}

struct Cut<'a> {
    disk: &'a Path,
    chance: &'a mut Chance,
    left: &'a mut Kept,
}

impl Cut<'_> {
    fn folder(&mut self, folder: &Path, within: &Path) {
        let now = entries(folder);
        let synced = fs::read_to_string(self.disk.join(format!("folder-{}", inode(folder))))
            .unwrap_or_default();
        let synced: BTreeMap<String, u64> = synced
            .lines()
            .filter_map(|line| line.split_once(' '))
            .map(|(n, name)| (name.to_owned(), n.parse().unwrap()))
            .collect();
        let paths: BTreeMap<u64, PathBuf> = now
            .iter()
            .map(|(name, number)| (*number, folder.join(name)))
            .collect();
        let mut names: Vec<&String> = now.keys().chain(synced.keys()).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let (was, is) = (synced.get(name), now.get(name));
            let number = if was == is || self.chance.survives() {
                is
            } else {
                was
            };
            let Some(number) = number else { continue };
            let path = paths
                .get(number)
                .cloned()
                .unwrap_or_else(|| self.disk.join(format!("held-{number}")));
            if path.is_dir() {
                self.folder(&path, &within.join(name));
            } else if !name.ends_with("-shm") {
                let bytes = self.file(&path, *number);
                self.left.insert(within.join(name), bytes);
            }
        }
    }

    fn file(&mut self, path: &Path, number: u64) -> Vec<u8> {
        let was = fs::read(self.disk.join(format!("file-{number}"))).unwrap_or_default();
        let is = fs::read(path).unwrap_or_else(|_| was.clone());
        let size = if was.len() == is.len() || self.chance.survives() {
            is.len()
        } else {
            was.len()
        };
        let mut left = vec![0; size];
        for (number, sector) in left.chunks_mut(SECTOR).enumerate() {
            let (was, is) = (sector_of(&was, number), sector_of(&is, number));
            let kept = if was == is || self.chance.survives() {
                is
            } else {
                was
            };
            let length = kept.len().min(sector.len());
            sector[..length].copy_from_slice(&kept[..length]);
        }
        left
    }
}

/// The bytes of this sector, as far as the file reaches; behind its end there are zeroes.
fn sector_of(bytes: &[u8], number: usize) -> &[u8] {
    let begin = (number * SECTOR).min(bytes.len());
    &bytes[begin..(begin + SECTOR).min(bytes.len())]
}

fn entries(folder: &Path) -> BTreeMap<String, u64> {
    let entry = |entry: fs::DirEntry| {
        (
            entry.file_name().into_string().unwrap(),
            entry.metadata().unwrap().ino(),
        )
    };
    fs::read_dir(folder)
        .unwrap()
        .map(|found| entry(found.unwrap()))
        .collect()
}

fn inode(path: &Path) -> u64 {
    fs::metadata(path).unwrap().ino()
}

#[test]
fn a_cut_takes_what_was_not_synced_and_nothing_else() {
    let world = crate::world::World::new();
    let (store, disk) = (world.store(), world.disk());
    let write = |name: &str, bytes: &[u8]| fs::write(store.join(name), bytes).unwrap();
    write("grew", &[1; 512]);
    write("gone", b"old");
    settle(&store, &disk);
    write("new", b"new");
    write("grew", &[[1; 512], [2; 512]].concat());
    fs::hard_link(
        store.join("gone"),
        disk.join(format!("held-{}", inode(&store.join("gone")))),
    )
    .unwrap();
    fs::remove_file(store.join("gone")).unwrap();
    let left = cut(&store, &disk, Chance::Nothing);
    assert_eq!(
        left,
        Kept::from([
            ("grew".into(), vec![1; 512]),
            ("gone".into(), b"old".to_vec())
        ])
    );
    let different: std::collections::BTreeSet<Kept> = (0..64)
        .map(|seed| cut(&store, &disk, Chance::Tossed(seed)))
        .collect();
    // Two names that may be there or not, and a file that may have grown: with what was written,
    // with zeroes, or not at all. The new file may be without its bytes.
    assert_eq!(different.len(), 3 * 2 * 3, "{different:?}");
}
