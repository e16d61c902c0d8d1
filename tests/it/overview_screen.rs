//! What `overview` says at a terminal of 80 columns, in both languages, of signals of every kind.
//!
//! After a change of the words: `SNAPSHOTS=overwrite cargo test --test it overview_screen::`, and read
//! the difference.

use std::path::Path;

use rstest::rstest;
use seinhuis::domain::event::DeclineReason;
use seinhuis::domain::time::{Moment, Zone};
use seinhuis::map_file::load;
use seinhuis::output::answer::Answer;
use seinhuis::output::i18n::{Language, Texts};
use seinhuis::output::screen::RenderContext;
use seinhuis::overview::{
    Bounce, FirstOwner, GroupIx, OutcomeEvent, OutcomeGroup, OutcomeHistory, Overview, Tallies,
    WorkingDayCounter,
};
use seinhuis::routing::map::RouteMap;
use seinhuis::verbs::overview::answer::{OverviewGroups, OverviewScope, OverviewView};
use snapbox::{Assert, Data};

fn moment(text: &str) -> Moment {
    Zone::AMSTERDAM.read(text).unwrap()
}

fn agreed(owner: &str, responsibility: &str) -> FirstOwner {
    FirstOwner::Agreed {
        owner: owner.parse().unwrap(),
        responsibility: responsibility.parse().unwrap(),
    }
}

/// So many signals of a route, of which so many are answered on a day in November; the next steps
/// of the `n`th are those given.
fn signals(
    route: usize,
    count: u32,
    answered: u32,
    steps: impl Fn(u32) -> Vec<OutcomeEvent>,
) -> Vec<OutcomeHistory> {
    let signal = |n| {
        let mut course = OutcomeHistory::reported(
            GroupIx(route),
            moment("2026-11-02T09:00"),
            "2026-11-09".parse().unwrap(),
        );
        if n < answered {
            let at = moment(&format!("2026-11-{:02}T12:00", 2 + n % 13));
            course.apply(OutcomeEvent::Answered {
                at,
                heard: false,
                something_else: n % 3 == 0,
            });
        }
        steps(n).into_iter().for_each(|next| course.apply(next));
        course
    };
    (0..count).map(signal).collect()
}

fn overview(map: &RouteMap) -> Overview {
    let kraamzorg =
        "topic:parenting,physical-health/growth age:unborn-4 area:waterdam sender:kraamzorg";
    let routes = [
        (agreed("jgz-waterdam", kraamzorg), "parenting/attachment"),
        (agreed("jgz-waterdam", kraamzorg), "parenting/sleep"),
        (agreed("jgz-waterdam", kraamzorg), "parenting/care"),
        (agreed("jgz-waterdam", kraamzorg), "physical-health/growth"),
        (
            agreed(
                "wijkteam-noord",
                "topic:housing age:18+ area:waterdam-noord",
            ),
            "housing/rent",
        ),
        (FirstOwner::Gap, "housing/hoarding"),
        (FirstOwner::Dispute, "mental-health/self-harm"),
    ];
    let routes = routes
        .map(|(given, topic)| OutcomeGroup {
            given,
            topic: topic.parse().unwrap(),
        })
        .to_vec();
    let declined = |reason| vec![OutcomeEvent::Bounced(Bounce::Declined(reason))];
    let settings = map.settings();
    let mut tallies = Tallies::new(WorkingDayCounter::new(
        settings.zone,
        &settings.calendar,
        "2026-11-06".parse().unwrap(),
    ));
    let courses = [
        signals(0, 40, 36, |n| match n {
            0..6 => declined(DeclineReason::OtherAge),
            6..8 => declined(DeclineReason::NoCapacity),
            8..20 => vec![OutcomeEvent::ClosedUnconfirmed],
            20..26 => vec![OutcomeEvent::Amended(vec![
                "language/literacy".parse().unwrap(),
            ])],
            26..31 => vec![OutcomeEvent::CameBack],
            _ => vec![],
        }),
        // Nearly all of them are amended.
        signals(1, 12, 4, |_| {
            vec![OutcomeEvent::Amended(vec![
                "housing/nuisance".parse().unwrap(),
            ])]
        }),
        // Too small to be told one by one.
        signals(2, 4, 4, |_| vec![]),
        signals(3, 3, 3, |_| vec![]),
        // Too small to tell of its parts.
        signals(4, 7, 7, |_| declined(DeclineReason::NoGround)),
        signals(5, 3, 0, |_| vec![]),
        signals(6, 11, 11, |_| vec![OutcomeEvent::Bounced(Bounce::Assigned)]),
    ];
    courses
        .into_iter()
        .flatten()
        .for_each(|course| tallies.count(course));
    Overview::of(&tallies.by_group(routes))
}

#[rstest]
#[case("en", Language::En, Some(80))]
#[case("nl", Language::Nl, Some(80))]
#[case("narrow.nl", Language::Nl, Some(48))]
fn a_screen_shows(#[case] name: &str, #[case] language: Language, #[case] width: Option<usize>) {
    let map = load(Path::new("routes.yaml")).unwrap();
    let (texts, day) = (Texts::new(language), "2026-11-06".parse().unwrap());
    let scope = OverviewScope {
        since: Some("2026-11-01".parse().unwrap()),
        until: None,
        area: Some("waterdam".parse().unwrap()),
        topic: None,
        counted_on: day,
    };
    let overviewed = OverviewView::new(scope, OverviewGroups::new(overview(&map), &map), &map);
    let screen = RenderContext {
        texts: &texts,
        map: Some(&map),
        as_they_were: None,
        now: moment("2026-11-06T10:00"),
        width,
        colour: false,
    };
    let said = overviewed.sentences(&screen);
    let columns = width.unwrap();
    for line in said.lines() {
        assert!(line.chars().count() <= columns, "{columns} columns: {line}");
        assert_eq!(line, line.trim_end());
    }
    let beside = Path::new("tests/overview").join(format!("screen.{name}.txt"));
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(said + "\n", Data::read_from(&beside, None).raw());
}
