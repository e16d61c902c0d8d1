//! What must always hold. Where it does not, that is a fault in seinhuis, and it stops the run: a
//! list that silently becomes shorter, or a default in place of what is missing, could name a wrong
//! owner or leave a late signal out.
//!
//! This is the one place that panics. `context/fault.rs` tells the person or script what happened.

use std::slice::SliceIndex;

/// A value that must be there. The text after `certain` says what always holds, never anything about
/// a family.
pub trait Invariant {
    /// What must be there.
    type Value;

    /// The value.
    ///
    /// # Panics
    /// It is not there: a fault in seinhuis.
    fn certain(self, holds: &'static str) -> Self::Value;
}

impl<T> Invariant for Option<T> {
    type Value = T;

    #[track_caller]
    #[inline]
    fn certain(self, holds: &'static str) -> T {
        match self {
            Some(value) => value,
            None => broken(holds),
        }
    }
}

impl<T, E> Invariant for Result<T, E> {
    type Value = T;

    /// The error is not told: it may quote what somebody wrote.
    #[track_caller]
    #[inline]
    fn certain(self, holds: &'static str) -> T {
        match self {
            Ok(value) => value,
            Err(_) => broken(holds),
        }
    }
}

/// The entry of a list at a place, or a part of it, that must be there.
///
/// # Panics
/// The list has no such place: a fault in seinhuis.
#[track_caller]
#[inline]
pub fn at<T, I: SliceIndex<[T]>>(list: &[T], place: I) -> &I::Output {
    list.get(place).certain("the place is one of the list")
}

/// The same, to change it.
///
/// # Panics
/// The list has no such place: a fault in seinhuis.
#[track_caller]
#[inline]
pub fn at_mut<T, I: SliceIndex<[T]>>(list: &mut [T], place: I) -> &mut I::Output {
    list.get_mut(place).certain("the place is one of the list")
}

/// The number of a place in a list that is never longer than numbers go.
///
/// # Panics
/// It is: a fault in seinhuis.
#[track_caller]
#[inline]
#[must_use]
pub fn number(place: usize) -> u32 {
    u32::try_from(place).certain("a list has fewer entries than there are numbers")
}

/// Stops the run: what must always hold does not.
///
/// # Panics
/// Always.
#[track_caller]
#[cold]
#[allow(
    clippy::panic,
    reason = "the one place that does: the impossible stops the run"
)]
pub fn broken(holds: &'static str) -> ! {
    panic!("fault in seinhuis: it must hold that {holds}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic;

    fn message(breaks: impl FnOnce() + panic::UnwindSafe) -> String {
        let payload = panic::catch_unwind(breaks).unwrap_err();
        payload.downcast_ref::<String>().unwrap().clone()
    }

    #[test]
    fn what_is_there_is_given() {
        assert_eq!(Some(1).certain("there is one"), 1);
        assert_eq!(Ok::<_, String>(2).certain("it was read"), 2);
        assert_eq!((at(&[1, 2, 3], 1), at(&[1, 2, 3], 1..)), (&2, &[2, 3][..]));
        let mut list = [1, 2];
        *at_mut(&mut list, 0) = 5;
        assert_eq!((list, number(7)), ([5, 2], 7));
    }

    #[test]
    fn what_is_missing_stops_with_what_must_hold_and_never_with_what_was_written() {
        let text = message(|| {
            let failed: Result<(), &str> = Err("Mother cries");
            failed.certain("it was read");
        });
        assert_eq!(text, "fault in seinhuis: it must hold that it was read");
        assert!(message(|| _ = None::<u8>.certain("there is one")).ends_with("there is one"));
        assert!(message(|| _ = at(&[1, 2], 2)).ends_with("the place is one of the list"));
        assert!(message(|| _ = at(&[1, 2], 1..3)).ends_with("the place is one of the list"));
        assert!(message(|| _ = number(usize::MAX)).contains("fewer entries"));
    }
}
