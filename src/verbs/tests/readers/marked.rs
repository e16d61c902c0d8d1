//! Words by which a text is known again.

use crate::domain::lifecycle::{Command, Correcting, FeedbackContent, HeardContent, Recipient};
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
        Command::Correct(correcting) => Command::Correct(Correcting {
            words: Some(said()),
            ..correcting
        }),
        Command::Interim {
            channel,
            content: of,
        } => Command::Interim {
            channel,
            content: content(of),
        },
        Command::Final {
            outcome,
            handed_to,
            channel,
            content: of,
        } => Command::Final {
            outcome,
            handed_to: handed_to.map(|to| match to {
                Recipient::Named(_) => Recipient::Named(said()),
                organisation @ Recipient::Organisation(_) => organisation,
            }),
            channel,
            content: content(of),
        },
        Command::Confirm { words: _ } => Command::Confirm {
            words: Some(said()),
        },
        Command::Heard {
            channel,
            content: HeardContent::Full { outcome, words: _ },
        } => Command::Heard {
            channel,
            content: HeardContent::Full {
                outcome,
                words: Some(said()),
            },
        },
        Command::DeclineClaim { reason, words: _ } => Command::DeclineClaim {
            reason,
            words: Some(said()),
        },
        Command::Reject { words: _, instead } => Command::Reject {
            words: said(),
            instead,
        },
        Command::Reopen { reason: _, instead } => Command::Reopen {
            reason: said(),
            instead,
        },
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
        same @ (Command::Accept { .. }
        | Command::FamilyKnown
        | Command::Heard { .. }
        | Command::TakeTransfer
        | Command::EndTransfer
        | Command::Involve { .. }
        | Command::Uninvolve { .. }
        | Command::Undo
        | Command::Close) => same,
    }
}
