//! The smallest example of a region.

use std::collections::BTreeSet;

use crate::domain::age::{Age, AgeRange, YoungestChild};
use crate::domain::residence::Residence;
use crate::domain::signal::{Facts, Particulars, Topics};
use crate::domain::time::{Day, Moment};
use crate::map_analysis::region::{Region, Witness};
use crate::map_analysis::survey::DayRange;
use crate::map_analysis::survey::leads::{choose_topics, covered_topics};
use crate::routing::ages::AgeSubject;
use crate::routing::choice::{Choice, Choices};
use crate::routing::criterion::Question;
use crate::routing::map::{Hours, RouteMap, TopicIx};

impl Region {
    /// One signal of this region: the first topic and area by code, a whole year of age, a usual
    /// urgency.
    ///
    /// `today` is the day on which it will be asked. `None` when the region is of another map.
    #[must_use]
    pub fn witness(&self, map: &RouteMap, today: Day) -> Option<Witness> {
        let area = self.areas.iter().min_by_key(|ix| &map.area_at(**ix).id);
        let age = |subject| self.ages.get(subject).known.map(first_year);
        // Where no child need be told of, none is.
        let youngest = self.ages.get(AgeSubject::YoungestChild);
        let youngest = age(AgeSubject::YoungestChild).filter(|_| !youngest.unknown);
        let particulars = Particulars {
            age: age(AgeSubject::Person),
            youngest: youngest.map(YoungestChild::Aged),
            residence: area.map(|ix| Residence::Area(map.area_at(*ix).id.clone())),
            ..self.choices.usual()?
        };
        let sender = self.senders.first()?;
        let day = self.from.max(today);
        let topics = if self.several {
            let hours = self.choices.members().next().unwrap_or(Hours::Office);
            let asked = Question {
                topic: None,
                age: particulars.age,
                youngest: particulars.youngest,
                area: area.copied(),
                sender: Some(sender.clone()),
                choices: Choices::of_signal(&particulars, hours),
            };
            self.choose_topics(map, &asked, day)
        } else {
            self.topics.clone()
        };
        let mut topics: Vec<_> = topics.iter().map(|ix| &map.topic_at(*ix).id).collect();
        topics.sort();
        topics.truncate(if self.several { Topics::MAX } else { 1 });
        let facts = Facts {
            topics: Topics::from_list(topics.into_iter().cloned().collect())?,
            particulars,
            sender: Some(sender.clone()),
        };
        let is_now = self.from <= today
            && self.until.is_none_or(|until| today <= until)
            && self.choices.get(Choice::Hours).len() > 1;
        Some(Witness {
            facts,
            at: if is_now { None } else { self.moment(map, day) },
        })
    }

    /// As few topics as keep out every lead for only some of the region's topics.
    fn choose_topics(&self, map: &RouteMap, asked: &Question, day: Day) -> Vec<TopicIx> {
        let topics: BTreeSet<TopicIx> = self.topics.iter().copied().collect();
        let found: BTreeSet<_> = topics
            .iter()
            .flat_map(|topic| map.covering(Some(*topic), asked.area))
            .collect();
        let covered: Vec<_> = found
            .into_iter()
            .map(|ix| map.responsibility(ix))
            .filter(|r| {
                r.leads
                    && r.valid.include(day)
                    && r.criteria.unmet_beyond_place(asked).next().is_none()
            })
            .map(|lead| covered_topics(map, lead))
            .collect();
        choose_topics(&topics, covered.iter())
    }

    /// A moment from that day on, at one of the region's hours.
    fn moment(&self, map: &RouteMap, from: Day) -> Option<Moment> {
        let settings = map.settings();
        let opening = settings.office_hours.from.to_string();
        let clocks = [
            opening.as_str(),
            "20:00",
            "12:00",
            "06:00",
            "00:00",
            "23:59",
        ];
        let days = DayRange {
            from,
            until: self.until,
        };
        days.each(map)
            .flat_map(|day| clocks.map(|clock| format!("{day}T{clock}")))
            .filter_map(|text| settings.zone.read(&text).ok())
            .find(|at| {
                self.choices
                    .members()
                    .any(|hours: Hours| hours == map.hours_at(*at))
            })
    }
}

/// The youngest whole year in the range, or its first age when it has none.
fn first_year(range: AgeRange) -> Age {
    let year = match range.from() {
        Age::Unborn => Age::Months(0),
        Age::Months(months) => Age::Months(months.div_ceil(12) * 12),
    };
    if range.includes(year) {
        year
    } else {
        range.from()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use std::sync::Arc;

    use super::*;
    use crate::map_analysis::age_sets::AgeSets;
    use crate::routing::sample::{map, read, signal};

    #[rstest]
    #[case("unborn-4", "0")]
    #[case("4-18", "4")]
    #[case("1y1m-4", "2")]
    #[case("1y1m-1y10m", "1y1m")]
    #[case("unborn", "unborn")]
    fn the_youngest_of_a_range_is_a_whole_year_when_one_is_in_it(
        #[case] range: &str,
        #[case] age: &str,
    ) {
        assert_eq!(first_year(read(range)), read(age));
    }

    /// The topics that it takes in this map for a signal about housing, finances and parenting.
    fn enough(claims: &[&str]) -> Vec<String> {
        let map = map(claims);
        let code = |ix: &TopicIx| map.topic_at(*ix).id.to_string();
        let all = (0..).map(TopicIx).take(map.topics().len());
        let choices = Choices::of_signal(&signal("housing").particulars, Hours::Office);
        let region = Region {
            topics: all
                .filter(|ix| ["housing", "finances", "parenting"].contains(&code(ix).as_str()))
                .collect(),
            several: true,
            areas: vec![],
            area_unknown: true,
            ages: AgeSets::ALL,
            choices,
            senders: Arc::new([read("school")].into()),
            from: read("2026-11-23"),
            until: None,
        };
        let asked = Question {
            topic: None,
            age: Some(read("8")),
            youngest: None,
            area: None,
            sender: Some(read("school")),
            choices,
        };
        region
            .choose_topics(&map, &asked, read("2026-11-23"))
            .iter()
            .map(code)
            .collect()
    }

    #[rstest]
    #[case::does_not_lead("cjg topic:finances,parenting", &["parenting", "finances"])]
    #[case::leads("cjg topic:finances,parenting leads", &["parenting", "housing"])]
    #[case::leads_no_more("cjg topic:finances,parenting until:2026-11-22 leads", &["parenting", "finances"])]
    #[case::leads_for_others("cjg topic:finances,parenting age:12-18 leads", &["parenting", "finances"])]
    fn only_who_leads_for_some_of_the_topics_makes_it_take_others(
        #[case] other: &str,
        #[case] takes: &[&str],
    ) {
        assert_eq!(
            enough(&["wijkteam topic:housing,finances leads", other]),
            takes
        );
    }
}
