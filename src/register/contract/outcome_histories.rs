//! Outcome histories, made twice: as the register reads them in one statement, and slowly, from the
//! story of each signal.

use crate::domain::access::undone_events;
use crate::domain::event::{Basis, Event, Offer, Outcome, RecordedEvent};
use crate::domain::lifecycle::Command;
use crate::domain::residence::Residence;
use crate::domain::signal::{Signal, Topics};
use crate::overview::{Bounce, FirstOwner, GroupIx, OutcomeEvent, OutcomeGroup, OutcomeHistory};
use crate::register::examples::*;
use crate::register::{OutcomeFilter, Register, Story};

fn handed_over(
    register: &mut Register,
    wanted: &OutcomeFilter,
) -> Vec<(OutcomeGroup, OutcomeHistory)> {
    let mut courses = Vec::new();
    let routes = register
        .outcome_histories(wanted, &mut |course| courses.push(course))
        .unwrap();
    courses
        .into_iter()
        .map(|course| (routes[course.group.0].clone(), course))
        .collect()
}

/// The newest signal went as its story tells.
pub fn went_as_the_story_tells(register: &mut Register, story: &Story) {
    let (route, course) = handed_over(register, &OutcomeFilter::default())
        .pop()
        .unwrap();
    let (slowly, went) = told_slowly(story, course.group);
    assert_eq!((route, course), (slowly, went));
}

fn told_slowly(story: &Story, ix: GroupIx) -> (OutcomeGroup, OutcomeHistory) {
    let Offer {
        owner,
        basis,
        responsibility,
        feedback_by,
        ..
    } = story.offer().unwrap();
    let given = match basis {
        Basis::Rule => FirstOwner::Agreed {
            owner: owner.clone(),
            responsibility: responsibility.clone().unwrap(),
        },
        Basis::Gap => FirstOwner::Gap,
        Basis::Dispute => FirstOwner::Dispute,
    };
    let topics = &story.reported.topics;
    let mut course = OutcomeHistory::reported(ix, story.reported.reported_at, *feedback_by);
    let undone = undone_events(&story.happened);
    let mut by_map = owner;
    let stands = story.happened.iter();
    for happened in stands.filter(|happened| !undone.contains(&happened.number)) {
        let stays = happened
            .event
            .offer()
            .is_none_or(|offer| offer.owner == *by_map);
        if let Some(next) = next(happened, topics, stays) {
            course.apply(next);
        }
        by_map = happened.event.offer().map_or(by_map, |offer| &offer.owner);
    }
    course.undone = !undone.is_empty();
    (
        OutcomeGroup {
            given,
            topic: topics.main().clone(),
        },
        course,
    )
}

/// `stays`: the map does not give it to another by this event.
fn next(event: &RecordedEvent, reported: &Topics, stays: bool) -> Option<OutcomeEvent> {
    Some(match &event.event {
        Event::Declined { reason, .. } => OutcomeEvent::Bounced(Bounce::Declined(*reason)),
        Event::TransferTaken => OutcomeEvent::Bounced(Bounce::TransferTaken),
        Event::Assigned { .. } => OutcomeEvent::Bounced(Bounce::Assigned),
        Event::Rerouted(_) => OutcomeEvent::Bounced(Bounce::Rerouted),
        Event::Corrected { .. } if stays => return None,
        Event::Corrected { .. } => OutcomeEvent::Bounced(Bounce::Corrected),
        Event::Amended { topics } => OutcomeEvent::amended(reported, topics),
        Event::Heard { outcome, .. } => OutcomeEvent::Answered {
            at: event.at,
            heard: true,
            something_else: outcome.known() == Some(Outcome::SomethingElseFound),
        },
        Event::FeedbackFinal { outcome, .. } => OutcomeEvent::Answered {
            at: event.at,
            heard: false,
            something_else: *outcome == Outcome::SomethingElseFound,
        },
        Event::Rejected { .. } | Event::Reopened { .. } => OutcomeEvent::CameBack,
        Event::ClosedUnconfirmed => OutcomeEvent::ClosedUnconfirmed,
        Event::Withdrawn => OutcomeEvent::Withdrawn,
        Event::Reported(_)
        | Event::FamilyKnown { .. }
        | Event::Accepted
        | Event::ClaimDeclined { .. }
        | Event::TransferProposed { .. }
        | Event::TransferRefused
        | Event::TransferEnded
        | Event::Involved { .. }
        | Event::Uninvolved { .. }
        | Event::Asked { .. }
        | Event::Replied { .. }
        | Event::FeedbackInterim { .. }
        | Event::Confirmed
        | Event::Undone { .. }
        | Event::Escalated { .. }
        | Event::CoordinatorChanged { .. }
        | Event::Imported => return None,
    })
}

pub fn how_signals_went_is_handed_over_for_those_that_are_wanted<
    W: crate::register::examples::World,
>() {
    let mut register = W::new().open();
    report(&mut register, &signal(1));
    let about = |n, topic: &str, area: Option<&str>| Signal {
        topics: Topics::from_list(vec![topic.parse().unwrap()]).unwrap(),
        reported_at: moment("2026-12-01T09:15:00.000Z"),
        ..but(signal(n), |of| {
            of.residence = area.map(|area| Residence::Area(area.parse().unwrap()));
        })
    };
    let gap = |basis| Offer {
        basis,
        responsibility: None,
        ..offer()
    };
    register
        .report(
            &about(2, "housing", Some("waterdam-oost")),
            &gap(Basis::Gap),
            &decision("{}", "digest"),
            &sender(),
        )
        .unwrap();
    register
        .report(
            &about(3, "housing", None),
            &gap(Basis::Dispute),
            &decision("{}", "digest"),
            &sender(),
        )
        .unwrap();
    order(
        &mut register,
        id(1),
        JGZ,
        Command::Accept { contact: None },
        0,
    )
    .unwrap();
    order(&mut register, id(1), JGZ, final_feedback(), 1).unwrap();
    let mut found = |wanted: OutcomeFilter| {
        handed_over(&mut register, &wanted)
            .into_iter()
            .map(|(route, _)| route.given)
            .collect::<Vec<_>>()
    };
    let agreed = || FirstOwner::Agreed {
        owner: organisation(JGZ),
        responsibility: offer().responsibility.unwrap(),
    };
    assert_eq!(
        found(OutcomeFilter::default()),
        [agreed(), FirstOwner::Gap, FirstOwner::Dispute]
    );
    let topics = |topic: &str| OutcomeFilter {
        topics: vec![topic.parse().unwrap()],
        ..OutcomeFilter::default()
    };
    assert_eq!(
        found(topics("housing")),
        [FirstOwner::Gap, FirstOwner::Dispute]
    );
    assert_eq!(
        found(topics("mental-health")),
        [],
        "only the main topic counts"
    );
    let areas = |codes: &[&str]| OutcomeFilter {
        areas: codes.iter().map(|code| code.parse().unwrap()).collect(),
        ..OutcomeFilter::default()
    };
    assert_eq!(
        found(areas(&["waterdam-oost", "veenbroek"])),
        [FirstOwner::Gap]
    );
    assert_eq!(
        found(areas(&["waterdam-noord", "waterdam-oost"])),
        [agreed(), FirstOwner::Gap]
    );
    let at = |text: &str| Some(moment(text));
    assert_eq!(
        found(OutcomeFilter {
            since: at("2026-12-01T09:15:00.000Z"),
            ..OutcomeFilter::default()
        }),
        [FirstOwner::Gap, FirstOwner::Dispute]
    );
    assert_eq!(
        found(OutcomeFilter {
            until: at("2026-12-01T09:15:00.000Z"),
            ..OutcomeFilter::default()
        }),
        [agreed()]
    );
}
