//! Words by which a text is known again.

use crate::domain::lifecycle::{Command, FeedbackContent};
use crate::register::examples::words;

/// The command with words that occur once.
pub(super) fn marked(command: Command, number: usize) -> Command {
    let said = || words(&format!("Woorden {number}."));
    let content = |content| match content {
        FeedbackContent::Full(_) => FeedbackContent::Full(said()),
        FeedbackContent::StatusOnly => FeedbackContent::StatusOnly,
    };
    match command {
        Command::ProposeTransfer { to, words: _ } => Command::ProposeTransfer {
            to,
            words: Some(said()),
        },
        Command::Decline {
            reason,
            suggested,
            words: _,
        } => Command::Decline {
            reason,
            suggested,
            words: Some(said()),
        },
        Command::RefuseTransfer { words: _ } => Command::RefuseTransfer {
            words: Some(said()),
        },
        Command::Assign { to, reason: _ } => Command::Assign { to, reason: said() },
        Command::Reroute {
            offer,
            decision,
            reason: _,
        } => Command::Reroute {
            offer,
            decision,
            reason: said(),
        },
        Command::Ask { of, question: _ } => Command::Ask {
            of,
            question: said(),
        },
        Command::Reply { question, words: _ } => Command::Reply {
            question,
            words: said(),
        },
        Command::Amend {
            topics,
            words: _,
            involve,
        } => Command::Amend {
            topics,
            words: Some(said()),
            involve,
        },
        Command::Interim {
            channel,
            content: of,
        } => Command::Interim {
            channel,
            content: content(of),
        },
        Command::Final {
            outcome,
            channel,
            content: of,
        } => Command::Final {
            outcome,
            channel,
            content: content(of),
        },
        Command::Confirm { words: _ } => Command::Confirm {
            words: Some(said()),
        },
        Command::Reject { words: _ } => Command::Reject { words: said() },
        Command::Reopen { reason: _ } => Command::Reopen { reason: said() },
        Command::Withdraw { reason: _ } => Command::Withdraw { reason: said() },
        Command::Escalate {
            step,
            informed,
            take_over,
        } => Command::Escalate {
            step,
            informed,
            take_over: take_over.map(|_| said()),
        },
        same @ (Command::Accept
        | Command::TakeTransfer
        | Command::Involve { .. }
        | Command::Close) => same,
    }
}
