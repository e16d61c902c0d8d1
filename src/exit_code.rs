//! The exit codes: part of the manual (docs/exit-codes.md) and of every script that calls seinhuis.

use std::process::ExitCode;

use serde::{Serialize, Serializer};

macro_rules! exit_codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// How a run of the program ended.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Exit {
            $($(#[$doc])* $name = $code),+
        }

        impl Exit {
            /// All of them, in order.
            pub const ALL: &'static [Exit] = &[$(Exit::$name),+];

            /// The number that the shell sees.
            #[must_use]
            pub fn code(self) -> u8 {
                match self {
                    $(Exit::$name => $code),+
                }
            }
        }
    };
}

exit_codes! {
    /// Done, and shown.
    Done = 0,
    /// Failed; nothing was recorded; try again.
    Failed = 1,
    /// The command line is not right; nothing was done.
    Usage = 2,
    /// Refused by a rule of the work; nothing was recorded.
    Refused = 3,
    /// The map is invalid, or a check or test of it failed.
    MapInvalid = 4,
    /// There is no such signal.
    NoSuchSignal = 5,
    /// Work is waiting (with `--exit-code`, from `escalate`, or rows were turned down).
    WorkWaiting = 6,
    /// Not known whether it was recorded; the error gives the command to repeat.
    NotKnown = 7,
    /// Recorded, but the answer could not be shown.
    NotShown = 8,
    /// The register is damaged, newer, or not ours; it was left untouched.
    RegisterUnfit = 9,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit.code())
    }
}

/// As its number.
impl Serialize for Exit {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u8(self.code())
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Exit {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Exit".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "integer"})
    }
}
