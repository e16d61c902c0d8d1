//! A list whose entries may be made when they are first looked at: one decision needs a few of a
//! map's hundred thousand.

use std::fmt;
use std::sync::{Arc, OnceLock};

/// Makes the entry with this number; `None` past the end.
pub type Make<T> = Arc<dyn Fn(u32) -> Option<T> + Send + Sync>;

/// A list, in order.
#[derive(Clone)]
pub enum Shelf<T> {
    /// All of it is there.
    Filled(Vec<T>),
    /// Each entry is made once, when somebody asks for it.
    Lazy {
        /// What was made so far. Boxed: an entry that nobody asks for takes two words.
        made: Vec<OnceLock<Box<T>>>,
        /// Where the others come from.
        make: Make<T>,
    },
}

impl<T> Shelf<T> {
    /// `count` entries that `make` makes.
    #[must_use]
    pub fn lazy(count: usize, make: Make<T>) -> Self {
        Self::Lazy {
            made: std::iter::repeat_with(OnceLock::new).take(count).collect(),
            make,
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Filled(all) => all.len(),
            Self::Lazy { made, .. } => made.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry with this number, counted from 0; `None` past the end.
    #[must_use]
    pub fn get(&self, number: u32) -> Option<&T> {
        match self {
            Self::Filled(all) => all.get(number as usize),
            Self::Lazy { made, make } => {
                let cell = made.get(number as usize)?;
                if cell.get().is_none() {
                    // Two at once may make the same entry; one of the two equal ones stays.
                    let _ = cell.set(Box::new(make(number)?));
                }
                cell.get().map(AsRef::as_ref)
            }
        }
    }

    /// All entries, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        (0..self.len()).filter_map(|number| self.get(u32::try_from(number).ok()?))
    }
}

impl<T: fmt::Debug> fmt::Debug for Shelf<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn an_entry_is_made_when_it_is_asked_for_and_only_once() {
        let made = Arc::new(AtomicU32::new(0));
        let counting = Arc::clone(&made);
        let shelf = Shelf::lazy(
            100,
            Arc::new(move |number| {
                counting.fetch_add(1, Ordering::Relaxed);
                Some(number * 2)
            }),
        );
        assert!(!shelf.is_empty() && Shelf::<u32>::lazy(0, Arc::new(|_| None)).is_empty());
        assert_eq!(
            (shelf.get(21), shelf.get(21), shelf.get(100)),
            (Some(&42), Some(&42), None)
        );
        assert_eq!(made.load(Ordering::Relaxed), 1);
        assert_eq!(shelf.iter().sum::<u32>(), 9900);
        assert_eq!(made.load(Ordering::Relaxed), 100);
    }
}
