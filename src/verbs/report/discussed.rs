//! Whether it was discussed with the family, as typed behind options.

use clap::Args;

use crate::context::Context;
use crate::context::args::choice_parser;
use crate::context::text_input::read_optional;
use crate::domain::discussed::{Consent, Discussed};
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::verbs::questions;

#[derive(Debug, Args)]
pub(super) struct DiscussedArgs {
    /// You discussed this signal with the family
    #[arg(long, short)]
    discussed: bool,
    /// You did not discuss it with the family, for this reason
    #[arg(long, short = 'n', value_name = "REASON", conflicts_with = "discussed")]
    pub not_discussed: Option<String>,
    /// Whether the family agrees; not-asked when left out. Only with --discussed
    #[arg(long, value_name = "CONSENT", value_parser = choice_parser::<Consent>())]
    consent: Option<Consent>,
    /// Why you report it although the family does not agree. Only with --consent no
    #[arg(long, value_name = "REASON")]
    pub because: Option<String>,
}

impl DiscussedArgs {
    /// What is required and was not typed.
    pub fn missing(&self) -> Option<&'static str> {
        if !self.discussed && self.not_discussed.is_none() {
            Some("--discussed / --not-discussed")
        } else if self.consent == Some(Consent::No) && self.because.is_none() {
            Some("--because")
        } else {
            None
        }
    }

    /// # Errors
    /// What was typed cannot be together: nobody agrees with what they do not know.
    pub fn check(&self) -> Result<(), CliError> {
        let needless = self.because.is_some() && self.consent != Some(Consent::No);
        let unknown = match self.consent {
            Some(Consent::Yes | Consent::No) => !self.discussed,
            Some(Consent::NotAsked) | None => false,
        };
        let (option, hint_key) = if unknown {
            ("--consent", "expected-consent-when-discussed")
        } else if needless {
            ("--because", "expected-because-when-refused")
        } else {
            return Ok(());
        };
        Err(CliError::BadValue { option, hint_key })
    }

    /// Asks for what was not typed.
    pub fn read(self, context: &Context) -> Result<Discussed<Words>, CliError> {
        let why_not = read_optional(context, "--not-discussed", self.not_discussed.as_deref())?;
        let all_the_same = read_optional(context, "--because", self.because.as_deref())?;
        match (why_not, self.discussed, self.consent, all_the_same) {
            (Some(why_not), _, _, _) => Ok(Discussed::No(why_not)),
            (None, true, Some(Consent::Yes), _) => Ok(Discussed::Agreed),
            (None, true, Some(Consent::No), Some(why)) => Ok(Discussed::NotAgreed(why)),
            (None, true, Some(Consent::No), None) => questions::not_agreed(context),
            (None, true, Some(Consent::NotAsked) | None, _) => Ok(Discussed::Yes),
            (None, false, _, _) => questions::discussed(context),
        }
    }
}
