//! Receipts: what a person or a script keeps to prove later that a step is still there.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::domain::stored::text_schema;
use crate::register::audit::hash_chain::{Seal, bytes};

/// A step and half of its seal. The seal covers every earlier step too, and so does one receipt.
///
/// Shown as `42-3f9a-c01b-77d2-0e5c`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The number of the step among those of all signals.
    pub step: u64,
    check: [u8; 8],
}

/// The text is no receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAReceipt;

impl Receipt {
    pub(in crate::register) fn of(step: u64, seal: Seal) -> Self {
        Self {
            step,
            check: seal.half(),
        }
    }

    pub(in crate::register) fn is_of(self, seal: Seal) -> bool {
        self.check == seal.half()
    }
}

impl Serialize for Receipt {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
text_schema!(Receipt);

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, e, g, h, i] = self.check;
        f.pad(&format!(
            "{}-{a:02x}{b:02x}-{c:02x}{d:02x}-{e:02x}{g:02x}-{h:02x}{i:02x}",
            self.step
        ))
    }
}

impl FromStr for Receipt {
    type Err = NotAReceipt;

    /// Accepts either case; hyphens after the first are optional.
    fn from_str(text: &str) -> Result<Self, NotAReceipt> {
        let (step, check) = text.trim().split_once('-').ok_or(NotAReceipt)?;
        let check: String = check.chars().filter(|c| *c != '-').collect();
        let step: u64 = step.parse().map_err(|_| NotAReceipt)?;
        match bytes(&check) {
            Some(check) if step > 0 => Ok(Self { step, check }),
            Some(_) | None => Err(NotAReceipt),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn a_receipt_is_read_as_it_is_shown() {
        let receipt = Receipt::of(42, Seal::of_decision("map", "{}"));
        assert_eq!(receipt.to_string().parse(), Ok(receipt));
        assert_eq!(
            receipt
                .to_string()
                .to_uppercase()
                .replace('-', "")
                .replacen("42", " 42-", 1)
                .parse(),
            Ok(receipt)
        );
        assert_eq!(receipt.to_string().len(), "42-0000-0000-0000-0000".len());
    }

    #[rstest]
    #[case("")]
    #[case("42")]
    #[case("0-0000-0000-0000-0000")]
    #[case("-1-0000-0000-0000-0000")]
    #[case("42-0000-0000-0000")]
    #[case("42-0000-0000-0000-000g")]
    fn no_other_text_is_a_receipt(#[case] text: &str) {
        assert_eq!(text.parse::<Receipt>(), Err(NotAReceipt));
    }
}
