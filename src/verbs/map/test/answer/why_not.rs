//! Why the organisation that a case expects is not the owner, in words.

use crate::domain::codes::OrganisationId;
use crate::map_analysis::why_not::WhyNot;
use crate::output::decision::{failed_text, lower_first};
use crate::output::escape;
use crate::output::screen::RenderContext;
use crate::routing::explanation::{Failed, SetAside};
use crate::routing::map::MapLine;

/// A heading, and a line for each reason; `owner` is the owner by the map.
pub(crate) fn why_not_text(
    expected: &OrganisationId,
    reasons: &[WhyNot],
    owner: &OrganisationId,
    screen: &RenderContext<'_>,
) -> String {
    let organisation = screen.organisation(expected);
    let mut text = escape::line(&screen.tr1("tested-why-not", "organisation", organisation));
    for reason in reasons {
        text.push_str("\n  ");
        text.push_str(&escape::line(&reason_text(reason, owner, screen)));
    }
    text
}

fn reason_text(reason: &WhyNot, owner: &OrganisationId, screen: &RenderContext<'_>) -> String {
    match reason {
        WhyNot::Outside(postcode) => screen.tr1("tested-outside", "postcode", postcode.to_string()),
        WhyNot::ClaimsToo(others) => {
            let args = [
                ("others", screen.organisations(others).into()),
                ("coordinator", screen.organisation(owner).into()),
            ];
            screen.tr("tested-claims-it-too", &args)
        }
        WhyNot::GaveWay(aside) => gave_way_text(aside, screen),
        WhyNot::HasTopic {
            topic,
            is_disputed,
            leaders,
        } => {
            let topic = lower_first(&screen.topic(topic));
            let has = if *is_disputed {
                "tested-claims-topic-too"
            } else {
                "tested-owns-topic"
            };
            let leader_names = screen.organisations(leaders);
            let args = [
                ("has", screen.tr1(has, "topic", topic).into()),
                ("leaders", leader_names.into()),
            ];
            let decides = match leaders.as_slice() {
                [] => "tested-first-topic-decides",
                [_] => "tested-another-leads",
                [_, _, ..] => "tested-several-lead",
            };
            screen.tr(decides, &args)
        }
        WhyNot::Fails(failed, place) => fails_text(failed, place, screen),
        WhyNot::ReadsAlong => screen.tr0("tested-reads-along"),
        WhyNot::Coordinates => screen.tr0("tested-coordinates"),
        WhyNot::NotAbout(topic) => screen.tr1(
            "tested-not-about",
            "topic",
            lower_first(&screen.topic(topic)),
        ),
    }
}

fn gave_way_text(aside: &SetAside, screen: &RenderContext<'_>) -> String {
    let SetAside {
        organisation: _,
        gave_way,
        to,
        place,
    } = aside;
    let args = [
        ("to", screen.organisation(to).into()),
        ("place", place.to_string().into()),
    ];
    screen.tr(&format!("tested-gave-way-{gave_way}"), &args)
}

/// `fits, but for the area: only Veenbroek`; of more than one all that it fails on.
fn fails_text(failed: &[Failed], place: &MapLine, screen: &RenderContext<'_>) -> String {
    let texts: Vec<String> = (failed.iter())
        .map(|failed| failed_text(failed, screen))
        .collect();
    let mut args = vec![
        ("failed", texts.join("; ").into()),
        ("place", place.to_string().into()),
    ];
    let [only] = failed else {
        return screen.tr("tested-does-not-fit", &args);
    };
    let Some(limit) = only.limit() else {
        return screen.tr("tested-fits-other-days", &args);
    };
    let criterion = screen.tr0(&format!("tested-but-for-{}", limit.criterion));
    args.push(("criterion", criterion.into()));
    screen.tr("tested-fits-but-for", &args)
}
