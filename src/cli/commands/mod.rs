//! One file per verb: its doc comment is its help, then what it takes, then what it does.

pub mod accept;
pub mod amend;
pub mod ask;
pub mod assign;
pub mod close;
pub mod completions;
pub mod config;
pub mod confirm;
pub mod decline;
pub mod escalate;
pub mod export;
pub mod facts;
pub mod feedback;
pub mod import;
pub mod involve;
pub mod list;
pub mod man;
pub mod map;
pub mod overview;
pub mod questions;
pub mod register;
pub mod reject;
pub mod reopen;
pub mod reply;
pub mod report;
pub mod reroute;
pub mod route;
pub mod show;
pub mod step;
pub mod transfer;
pub mod which;
pub mod withdraw;

use super::args::Verb;
use super::cli_error::CliError;
use super::context::Context;
use crate::render::answer::Answer;

/// Does what was typed.
///
/// # Errors
/// Whatever stands in the way; then nothing was recorded, unless the failure says that this is not
/// known.
pub fn run(verb: Verb, context: &Context) -> Result<Box<dyn Answer + '_>, CliError> {
    match verb {
        Verb::Report(report) => report.run(context),
        Verb::List(list) => list.run(context),
        Verb::Feedback(feedback) => feedback.run(context),
        Verb::Confirm(confirm) => confirm.run(context),
        Verb::Route(route) => route.run(context),
        Verb::Show(show) => show.run(context),
        Verb::Accept(accept) => accept.run(context),
        Verb::Decline(decline) => decline.run(context),
        Verb::Transfer(transfer) => transfer.run(context),
        Verb::Involve(involve) => involve.run(context),
        Verb::Ask(ask) => ask.run(context),
        Verb::Reply(reply) => reply.run(context),
        Verb::Amend(amend) => amend.run(context),
        Verb::Reject(reject) => reject.run(context),
        Verb::Reopen(reopen) => reopen.run(context),
        Verb::Withdraw(withdraw) => withdraw.run(context),
        Verb::Assign(assign) => assign.run(context),
        Verb::Reroute(reroute) => reroute.run(context),
        Verb::Close(close) => close.run(context),
        Verb::Overview(overview) => overview.run(context),
        Verb::Export(export) => export.run(context),
        Verb::Map(map) => map.run(context),
        Verb::Import(import) => import.run(context),
        Verb::Register(register) => register.run(context),
        Verb::Escalate(escalate) => escalate.run(context),
        Verb::Config(config) => config.run(context),
        Verb::Completions(completions) => completions
            .run()
            .map(|script| script as Box<dyn Answer + '_>),
        Verb::Man(manual) => manual.run(context),
    }
}
