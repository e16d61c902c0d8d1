//! The questions of `report`: who you are (when no setting tells), what about, about whom, how
//! soon, what you saw, discussed or not.

use crate::context::Context;
use crate::context::prompt::{self, MenuItem};
use crate::context::text_input;
use crate::domain::age::Age;
use crate::domain::codes::{AreaId, CodeEnum as _, OrganisationId};
use crate::domain::invariant::Invariant as _;
use crate::domain::signal::{Discussed, Topics, Urgency};
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::routing::lookup::{LookupKind, NotInMap, postcode};
use crate::verbs::facts;

/// Which organisation sends. Says how not to be asked again.
///
/// # Errors
/// As [`prompt::choose`].
pub fn sender(context: &Context) -> Result<OrganisationId, CliError> {
    let mut organisations: Vec<_> = context.map()?.organisations().iter().collect();
    organisations.sort_by_key(|organisation| organisation.name.to_lowercase());
    let choices = organisations
        .iter()
        .map(|o| MenuItem {
            label: o.name.clone(),
            value: o.id.clone(),
        })
        .collect();
    let chosen: OrganisationId = prompt::choose(&context.texts, "prompt-sender", choices, 0)?;
    context.terminal.status(&context.texts.tr(
        "status-remember-as",
        &[("organisation", chosen.as_str().into())],
    ));
    Ok(chosen)
}

/// What it is about.
///
/// # Errors
/// As [`prompt::choose`].
pub fn topics(context: &Context) -> Result<Topics, CliError> {
    let screen = context.screen();
    let map = context.map()?;
    let label = |topic: &crate::routing::map::Topic| {
        let mut names = vec![screen.of_map(&topic.name)];
        let above = topic
            .parent
            .into_iter()
            .flat_map(|parent| map.topic_and_above(parent));
        names.extend(
            above
                .map(|ix| map.topic_at(ix))
                .map(|topic| screen.of_map(&topic.name)),
        );
        names.reverse();
        names.join(" › ")
    };
    let choices = map
        .topics()
        .iter()
        .map(|topic| MenuItem {
            label: label(topic),
            value: topic.id.clone(),
        })
        .collect();
    let topic = prompt::choose(&context.texts, "prompt-topic", choices, 0)?;
    Topics::new(topic, []).ok_or(CliError::Cancelled)
}

/// About whom: an age and a place in one line, each once; what is not known may be left out.
///
/// # Errors
/// As [`prompt::ask`].
pub fn about_whom(context: &Context) -> Result<(Option<Age>, Option<AreaId>), CliError> {
    let read = |line: &str| {
        let (mut age, mut area) = (None, None);
        for part in line
            .split([',', ';'])
            .map(str::trim)
            .filter(|part| !part.is_empty() && *part != "?")
        {
            match part.parse::<Age>() {
                Ok(_) if age.is_some() => return Err(context.texts.tr0("expected-one-of-each")),
                Ok(read) => age = Some(read),
                // What begins with a digit and is no postcode was meant as an age.
                Err(_)
                    if part.starts_with(|c: char| c.is_ascii_digit())
                        && postcode(part).is_none() =>
                {
                    return Err(context.texts.tr0("expected-age"));
                }
                Err(_) if area.is_some() => {
                    return Err(context.texts.tr0("expected-one-of-each"));
                }
                Err(_) => {
                    area = Some(
                        facts::area(context, part).map_err(|failure| neither(context, &failure))?,
                    )
                }
            }
        }
        Ok((age, area))
    };
    prompt::ask(
        &context.texts,
        "prompt-about-whom",
        "prompt-help-about-whom",
        read,
    )
}

/// How soon something must happen.
///
/// # Errors
/// As [`prompt::choose`].
pub fn urgency(context: &Context) -> Result<Urgency, CliError> {
    let label = |urgency: Urgency| {
        context
            .texts
            .tr0(&format!("prompt-urgency-{}", urgency.code()))
    };
    let choices = Urgency::ALL
        .iter()
        .map(|urgency| MenuItem {
            label: label(*urgency),
            value: *urgency,
        })
        .collect();
    let normal = Urgency::ALL
        .iter()
        .position(|urgency| *urgency == Urgency::Normal)
        .certain("normal is one of the urgencies");
    let chosen = prompt::choose(&context.texts, "prompt-urgency", choices, normal)?;
    if chosen == Urgency::Acute {
        crate::verbs::report::say_emergency(context, None);
    }
    Ok(chosen)
}

/// Whether it was discussed with the family: yes or no; after no, why not. What a sentence means is
/// never guessed.
///
/// # Errors
/// As [`prompt::choose`].
pub fn discussed(context: &Context) -> Result<Discussed, CliError> {
    loop {
        let choices = [
            ("prompt-discussed-yes", true),
            ("prompt-discussed-no", false),
        ]
        .map(|(label, value)| MenuItem {
            label: context.texts.tr0(label),
            value,
        })
        .into();
        // It begins at no: Enter alone never says that a family knows.
        if prompt::choose(&context.texts, "prompt-discussed", choices, 1)? {
            return Ok(Discussed::Yes);
        }
        if let Some(words) = why_not_discussed(context)? {
            return Ok(Discussed::No(words));
        }
    }
}

/// Why it was not discussed; nothing when the line is left empty, which leads back to the choice.
fn why_not_discussed(context: &Context) -> Result<Option<Words>, CliError> {
    let read = |line: &str| match Words::new(line) {
        _ if line.trim().is_empty() => Ok(None),
        Ok(words) => Ok(Some(words)),
        Err(refused) => Err(text_input::why(context, refused)),
    };
    let words = prompt::ask(
        &context.texts,
        "prompt-why-not-discussed",
        "prompt-help-why-not-discussed",
        read,
    )?;
    if let Some(words) = &words {
        context.warn_of_personal(words);
    }
    Ok(words)
}

/// What was typed is no place, and not near one: then it may have been meant as an age.
fn neither(context: &Context, failure: &CliError) -> String {
    if let CliError::NotInMap {
        missing:
            NotInMap {
                kind: LookupKind::Area,
                did_you_mean: None,
                ..
            },
        ..
    } = failure
    {
        return context.texts.tr0("expected-about-whom");
    }
    in_one_line(context, failure)
}

/// A failure in one line, for under a question.
fn in_one_line(context: &Context, failure: &CliError) -> String {
    let error_report = failure.error_report(&context.screen());
    let hints = error_report
        .hints
        .into_iter()
        .filter(|hint| hint.len() < 200);
    std::iter::once(error_report.error)
        .chain(hints)
        .collect::<Vec<_>>()
        .join(" ")
}
