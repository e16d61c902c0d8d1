//! Whether what a register holds agrees with how the call ended: the one place where that is
//! judged.

/// The exit code of [`crate::common::Run`] when a signal ended it.
pub const KILLED: i32 = 256;

/// What the end of a call says about what is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// It is.
    Recorded,
    /// It is not, for certain.
    NotRecorded,
    /// It may be.
    NotKnown,
}

impl Says {
    /// What docs/exit-codes.md says of this code. A disk that fails is no reason for any other
    /// code; but what `cannot_be_read` is taken for damage.
    pub fn of(code: i32, cannot_be_read: bool) -> Result<Self, String> {
        match code {
            0 | 6 | 8 => Ok(Says::Recorded),
            1 => Ok(Says::NotRecorded),
            9 if cannot_be_read => Ok(Says::NotRecorded),
            7 | KILLED => Ok(Says::NotKnown),
            other => Err(format!("exit code {other}")),
        }
    }
}

/// Judges what was found: it must be what the register held before the call or after it, and what
/// the call said.
pub fn judge(
    [before, after]: [&str; 2],
    says: Says,
    found: &Result<String, String>,
) -> Result<(), String> {
    let found = found
        .as_ref()
        .map_err(|error| format!("the register is not sound: {error}"))?;
    match says {
        _ if found != before && found != after => Err(format!("half recorded: {found}")),
        Says::Recorded if found != after => Err("acknowledged, and lost".to_owned()),
        Says::NotRecorded if found != before => {
            Err("said not to be recorded, and it is".to_owned())
        }
        Says::Recorded | Says::NotRecorded | Says::NotKnown => Ok(()),
    }
}

#[test]
fn a_call_that_lies_is_judged_so() {
    let found = |text: &str| Ok(text.to_owned());
    let lies = [
        (0, found("before"), "acknowledged, and lost"),
        (8, found("before"), "acknowledged, and lost"),
        (1, found("after"), "said not to be recorded, and it is"),
        (0, found("else"), "half recorded: else"),
        (7, found("else"), "half recorded: else"),
        (
            KILLED,
            Err("damaged".to_owned()),
            "the register is not sound: damaged",
        ),
    ];
    for (code, found, lie) in lies {
        assert_eq!(
            judge(["before", "after"], Says::of(code, false).unwrap(), &found),
            Err(lie.to_owned())
        );
    }
    for code in [2, 3, 4, 5, 9, 101] {
        assert!(Says::of(code, false).is_err());
    }
}

#[test]
fn a_call_that_tells_the_truth_is_judged_so() {
    for (code, found) in [
        (0, "after"),
        (6, "after"),
        (8, "after"),
        (1, "before"),
        (7, "before"),
        (7, "after"),
        (KILLED, "after"),
    ] {
        assert_eq!(
            judge(
                ["before", "after"],
                Says::of(code, false).unwrap(),
                &Ok(found.to_owned())
            ),
            Ok(())
        );
    }
}
