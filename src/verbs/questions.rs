//! The questions of `report`: the topic, about whom it is, the youngest child in the home, the
//! urgency, what was seen, and whether it was discussed. Six at most; eight when no setting gives
//! the sender, and the answer to the last one needs a reason.
//!
//! They end with [`CliError::Cancelled`] on Esc or Ctrl-C.

use std::collections::BTreeSet;

use crate::context::Context;
use crate::context::prompt::{self, Matches};
use crate::context::text_input;
use crate::domain::age::{NotAnAge, YoungestChild};
use crate::domain::codes::OrganisationId;
use crate::domain::discussed::Discussed;
use crate::domain::invariant::{Invariant as _, at};
use crate::domain::signal::{Part, Topics, Urgency};
use crate::domain::time::Day;
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::lookup::about_whom::{self, AboutWhom, UnclearPerson};
use crate::lookup::search::TopicsFound;
use crate::lookup::{LookupKind, NotInMap};
use crate::routing::map::{RouteMap, Topic};
use crate::verbs::emergency;

/// The organisation that sends. Also says which setting avoids this question.
pub fn sender(context: &Context) -> Result<OrganisationId, CliError> {
    let (map, today) = (context.map()?, context.today()?);
    let mut organisations: Vec<_> = map.organisations().iter().collect();
    organisations.retain(|one| one.valid.include(today));
    organisations.sort_by_key(|organisation| organisation.name.to_lowercase());
    let choices = organisations
        .iter()
        .map(|organisation| (organisation.name.clone(), organisation.id.clone()));
    let chosen: OrganisationId = prompt::choose(&context.texts, "prompt-sender", choices, 0)?;
    let status = context
        .texts
        .tr1("status-remember-as", "organisation", chosen.as_str());
    context.terminal.status(&status);
    Ok(chosen)
}

pub fn topics(context: &Context) -> Result<Topics, CliError> {
    let (map, today) = (context.map()?, context.today()?);
    let labels = map
        .topics()
        .iter()
        .map(|topic| topic_path(context, map, topic));
    let labels: Vec<String> = labels.collect();
    let places = prompt::search(&context.texts, "prompt-topic", &labels, |typed| {
        matching_topics(map, typed, today)
    })?;
    let chosen = places.into_iter().map(|place| at(map.topics(), place));
    let chosen = chosen.map(|topic| topic.id.clone());
    Topics::from_list(chosen.collect()).ok_or(CliError::Cancelled)
}

fn matching_topics(map: &RouteMap, typed: &str, today: Day) -> Matches {
    let TopicsFound {
        topics,
        are_guesses,
    } = map.search_topics(typed, today);
    Matches {
        places: topics.into_iter().map(|ix| ix.0 as usize).collect(),
        is_nothing: are_guesses,
        together: topics_together(map, typed, today),
    }
}

/// The topics of a text that names several, with commas between them; none when it names one, or
/// something else too.
fn topics_together(map: &RouteMap, typed: &str, today: Day) -> Vec<usize> {
    let named = map.find_topics(typed, today).unwrap_or_default();
    let places = named.iter().map(|topic| map.topic_ix(&topic.id));
    let places = places.map(|ix| ix.certain("a topic that was found is in the map"));
    let mut places: Vec<usize> = places.map(|ix| ix.0 as usize).collect();
    let mut seen = BTreeSet::new();
    places.retain(|place| seen.insert(*place));
    if (2..=Topics::MAX).contains(&places.len()) {
        places
    } else {
        Vec::new()
    }
}

/// `Language › Literacy`.
fn topic_path(context: &Context, map: &RouteMap, topic: &Topic) -> String {
    let screen = context.screen();
    let mut names = vec![screen.of_map(&topic.name)];
    if let Some(parent) = topic.parent {
        let above = map.topic_and_above(parent);
        names.extend(above.map(|ix| screen.of_map(&map.topic_at(ix).name)));
    }
    names.reverse();
    names.join(" › ")
}

/// An age and a place in one line, each at most once. Both may be left out.
pub fn about_whom(context: &Context) -> Result<AboutWhom, CliError> {
    let (map, today) = (context.map()?, context.today()?);
    prompt::ask(
        &context.texts,
        "prompt-about-whom",
        "prompt-help-about-whom",
        |line| {
            about_whom::about_whom(map, line, today)
                .map_err(|unclear| unclear_text(context, unclear))
        },
    )
}

/// The youngest child in the home; `None` when that is not known.
pub fn youngest(context: &Context) -> Result<Option<YoungestChild>, CliError> {
    prompt::ask(
        &context.texts,
        "prompt-youngest",
        "prompt-help-youngest",
        |line| match line.trim() {
            "" | "?" => Ok(None),
            typed => match typed.parse() {
                Ok(youngest) => Ok(Some(youngest)),
                Err(NotAnAge) => Err(context.texts.tr0("expected-youngest")),
            },
        },
    )
}

fn unclear_text(context: &Context, unclear: UnclearPerson) -> String {
    match unclear {
        UnclearPerson::MoreThanOne => context.texts.tr0("expected-one-of-each"),
        UnclearPerson::NotAnAge => context.texts.tr0("expected-age"),
        UnclearPerson::NotAPlace(typed, missing) => {
            let error = CliError::lookup("--area", &typed, missing);
            place_error_text(context, &error)
        }
    }
}

pub fn urgency(context: &Context) -> Result<Urgency, CliError> {
    let start = Urgency::Normal;
    let chosen = prompt::choose_named(&context.texts, "prompt-urgency", "prompt-urgency", start)?;
    if chosen == Urgency::Acute {
        emergency::show_acute_lines(context, None);
    }
    Ok(chosen)
}

/// Whether it was discussed with the family, whether they agree, and why not. The meaning of a
/// sentence is never guessed.
pub fn discussed(context: &Context) -> Result<Discussed<Words>, CliError> {
    loop {
        let choices = [
            ("discussed-agreed", Discussed::Agreed),
            ("discussed-not-agreed", Discussed::NotAgreed(())),
            ("no", Discussed::No(())),
        ];
        let choices = choices.map(|(key, choice)| (context.texts.tr0(key), choice));
        // Starts at no: Enter alone never says that a family knows.
        let chosen = prompt::choose(&context.texts, "prompt-discussed", choices, 2)?;
        let reason = match chosen.reason() {
            Some((part, ())) => reason(context, part)?,
            None => None,
        };
        // Without the reason that it needs: back to the choice.
        if let Some(discussed) = chosen.with_reason(|_| reason) {
            return Ok(discussed);
        }
    }
}

/// Why it is reported although the family does not agree.
pub fn not_agreed(context: &Context) -> Result<Discussed<Words>, CliError> {
    loop {
        if let Some(why) = reason(context, Part::WhyWithoutConsent)? {
            return Ok(Discussed::NotAgreed(why));
        }
    }
}

/// `None` for an empty line.
fn reason(context: &Context, part: Part) -> Result<Option<Words>, CliError> {
    let words = prompt::ask(
        &context.texts,
        &format!("prompt-{part}"),
        "prompt-help-why-not-discussed",
        |line| match Words::new(line) {
            _ if line.trim().is_empty() => Ok(None),
            Ok(words) => Ok(Some(words)),
            Err(refused) => Err(text_input::refused_text(context, refused)),
        },
    )?;
    if let Some(words) = &words {
        context.warn_of_personal(words);
    }
    Ok(words)
}

/// Text that is not even near the name of a place may have been meant as an age.
fn place_error_text(context: &Context, error: &CliError) -> String {
    if let CliError::NotInMap {
        missing:
            NotInMap {
                kind: LookupKind::Area,
                did_you_mean: None,
                ..
            },
        ..
    } = error
    {
        return context.texts.tr0("expected-about-whom");
    }
    let report = error.error_report(&context.screen());
    let hints = report.hints.into_iter().filter(|hint| hint.len() < 200);
    let parts: Vec<String> = std::iter::once(report.error).chain(hints).collect();
    parts.join(" ")
}
