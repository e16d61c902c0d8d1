//! The candidates of one question: who claims it, who nearly does, and what the sender could still
//! say.

use crate::domain::codes::OrganisationId;
use crate::domain::event::Basis;
use crate::domain::time::Day;
use crate::map_parts::criterion::{Criterion, Limit, Question, Verdict};
use crate::routing::explanation::{Failed, NearMiss};
use crate::routing::map::{AreaIx, MapLine, Responsibility, ResponsibilityIx, RouteMap, Validity};

/// A responsibility that holds, and its priority.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) ix: ResponsibilityIx,
    pub(super) priority: i32,
}

/// One question to a map on one day.
pub(super) struct Candidates<'a> {
    map: &'a RouteMap,
    asked: Question,
    day: Day,
    /// The responsibilities whose topics and areas cover the question, by place.
    covering: Vec<ResponsibilityIx>,
}

impl<'a> Candidates<'a> {
    pub(super) fn of(map: &'a RouteMap, asked: Question, day: Day) -> Self {
        let covering = map.covering(asked.topic, asked.area);
        Self {
            map,
            asked,
            day,
            covering,
        }
    }

    /// Of a place outside the map, where nobody claims anything.
    pub(super) fn none(map: &'a RouteMap, asked: Question, day: Day) -> Self {
        Self {
            map,
            asked,
            day,
            covering: Vec::new(),
        }
    }

    pub(super) fn asked(&self) -> &Question {
        &self.asked
    }

    fn all(&self) -> impl Iterator<Item = &'a Responsibility> + use<'_, 'a> {
        self.covering.iter().map(|ix| self.map.responsibility(*ix))
    }

    /// Rule 1: valid on that day, and every criterion holds. With the priority of each.
    pub(super) fn held(&self) -> impl Iterator<Item = Candidate> + use<'_, 'a> {
        self.covering
            .iter()
            .filter(|ix| self.holds(**ix))
            .map(|ix| Candidate {
                ix: *ix,
                priority: self.map.prefilter(*ix).priority,
            })
    }

    fn holds(&self, ix: ResponsibilityIx) -> bool {
        let prefilter = self.map.prefilter(ix);
        prefilter.admits(&self.asked, self.day)
            && (!prefilter.asks_sender || self.is_met(self.map.responsibility(ix)))
    }

    /// Whether every criterion holds, ignoring topic and area.
    fn is_met(&self, responsibility: &Responsibility) -> bool {
        let mut unmet = responsibility.criteria.unmet_beyond_place(&self.asked);
        unmet.next().is_none()
    }

    /// The responsibilities for the topic that failed on one criterion alone; by organisation and
    /// place.
    ///
    /// Responsibilities of other areas count only when nobody owns the signal, and only those near
    /// by: inside the area, or beside it in an area around it. Without a known area there are none:
    /// `would_help` says so.
    pub(super) fn near_misses(&self, basis: Basis) -> Vec<NearMiss> {
        let beside = if basis == Basis::Gap {
            self.near_by()
        } else {
            Vec::new()
        };
        let beside = beside.into_iter().map(|ix| self.map.responsibility(ix));
        let mut misses: Vec<(&Responsibility, Failed)> = self
            .all()
            .chain(beside)
            .filter_map(|r| Some((r, self.failed(r)?)))
            .collect();
        misses.sort_by_key(|(r, _)| (&r.owner, &r.place));
        misses
            .into_iter()
            .map(|(r, failed)| NearMiss {
                organisation: r.owner.clone(),
                failed,
                place: MapLine::from(&r.place),
            })
            .collect()
    }

    /// What an organisation has agreed about the topic, or about a part of it, in the order of the
    /// map; each with all on which it fails.
    pub(super) fn failures_of(
        &self,
        organisation: &OrganisationId,
    ) -> Vec<(&'a Responsibility, Vec<Failed>)> {
        let owned = self.map.owned_by(organisation);
        owned
            .filter_map(|r| {
                let topic = self.topic_failure(r)?;
                Some((r, topic.into_iter().chain(self.failures(r)).collect()))
            })
            .collect()
    }

    /// `None`: it has nothing to do with the topic. `Some(None)`: it is for the topic. Else the parts
    /// of the topic that it is for.
    fn topic_failure(&self, r: &Responsibility) -> Option<Option<Failed>> {
        let Some(listed) = &r.criteria.topics else {
            return Some(None);
        };
        let (tree, asked) = (self.map.topic_tree(), self.asked.topic?);
        if tree.is_in(asked, listed) {
            return Some(None);
        }
        let parts = listed.iter().filter(|topic| tree.is_in(**topic, &[asked]));
        let values: Vec<String> = parts
            .map(|topic| self.map.topic_at(*topic).id.to_string())
            .collect();
        let limit = Limit {
            criterion: Criterion::Topic,
            values,
        };
        (!limit.values.is_empty()).then_some(Some(Failed::Limit(limit)))
    }

    /// The one criterion on which a responsibility for the topic fails, if it fails on no other.
    fn failed(&self, r: &'a Responsibility) -> Option<Failed> {
        let mut failures = self.failures(r);
        let first = failures.next()?;
        failures.next().is_none().then_some(first)
    }

    /// All on which a responsibility fails, its topics apart.
    fn failures(&self, r: &'a Responsibility) -> impl Iterator<Item = Failed> + use<'_, 'a> {
        let unmet = r.criteria.unmet_beyond_place(&self.asked);
        let limits =
            self.unmet_area(r)
                .into_iter()
                .chain(unmet)
                .filter_map(|(criterion, verdict)| {
                    let limit = r.criteria.limit(criterion, None, self.map)?;
                    Some(match verdict {
                        Verdict::Unknown => Failed::Unknown(limit),
                        Verdict::Holds | Verdict::Fails => Failed::Limit(limit),
                    })
                });
        limits.chain(match r.valid.on(self.day) {
            Validity::NotYet(from) => Some(Failed::NotYet(from)),
            Validity::Lapsed(until) => Some(Failed::Lapsed(until)),
            Validity::Holds => None,
        })
    }

    fn unmet_area(&self, r: &Responsibility) -> Option<(Criterion, Verdict)> {
        let areas = r.criteria.areas.as_ref()?;
        match self.asked.area {
            None => Some((Criterion::Area, Verdict::Unknown)),
            Some(here) if self.map.area_tree().is_in(here, areas) => None,
            Some(_) => Some((Criterion::Area, Verdict::Fails)),
        }
    }

    /// The responsibilities that cover the topic in an area near by, and not here.
    fn near_by(&self) -> Vec<ResponsibilityIx> {
        let Some(here) = self.asked.area else {
            return Vec::new();
        };
        let around: Vec<AreaIx> = self.map.area_and_above(here).collect();
        let near = self.map.areas().iter().zip((0..).map(AreaIx));
        let near = near.filter(|(area, ix)| {
            area.valid.include(self.day)
                && area.parent.is_some_and(|parent| around.contains(&parent))
                && !around.contains(ix)
        });
        let mut found = self.map.with_areas_and_topics(
            near.map(|(_, ix)| Some(ix)),
            &self.map.topics_covering(self.asked.topic),
        );
        found.retain(|ix| !self.covering.contains(ix));
        found
    }

    /// The unknown criteria on which alone some responsibility for this topic fails; and, of what
    /// nobody owns in a place with smaller ones, which of those it is.
    pub(super) fn would_help(&self, basis: Basis) -> Vec<Criterion> {
        let elsewhere = self.in_a_more_exact_place(basis);
        let most = self.asked.unknown().len() + usize::from(self.asked.area.is_some());
        let here = self.covering.iter().map(|ix| (*ix, false));
        let mut help: Vec<Criterion> = Vec::new();
        for (ix, is_elsewhere) in here.chain(elsewhere.into_iter().map(|ix| (ix, true))) {
            let r = self.map.responsibility(ix);
            if help.len() == most {
                break;
            }
            if !r.valid.include(self.day) {
                continue;
            }
            let unmet: Vec<_> = r.criteria.unmet_beyond_place(&self.asked).collect();
            let mut verdicts = unmet.iter().map(|(_, verdict)| *verdict);
            if verdicts.all(|verdict| verdict == Verdict::Unknown) {
                let by_area = is_elsewhere.then_some(Criterion::Area);
                help.extend(unmet.iter().map(|(criterion, _)| *criterion).chain(by_area));
                help.sort_unstable();
                help.dedup();
            }
        }
        help
    }

    fn is_there(&self, area: AreaIx) -> bool {
        self.map.area_at(area).valid.include(self.day)
    }

    /// Whether it is limited to areas of which one is there.
    fn is_of_areas(&self, ix: ResponsibilityIx) -> bool {
        let areas = &self.map.responsibility(ix).criteria.areas;
        areas.iter().flatten().any(|area| self.is_there(*area))
    }

    /// The responsibilities for the topic that a sender who knew more of the place could meet: those of
    /// any area when none is known, and in a gap those of the areas within the one that is.
    fn in_a_more_exact_place(&self, basis: Basis) -> Vec<ResponsibilityIx> {
        let topics = self.map.topics_covering(self.asked.topic);
        match (self.asked.area, basis) {
            (None, Basis::Rule | Basis::Gap | Basis::Dispute) => {
                let anywhere = self.map.with_topics(&topics);
                anywhere.filter(|ix| self.is_of_areas(*ix)).collect()
            }
            (Some(here), Basis::Gap) => {
                let within = self.map.areas_below(here);
                let within = within.filter(|ix| self.is_there(*ix));
                self.map.with_areas_and_topics(within.map(Some), &topics)
            }
            (Some(_), Basis::Rule | Basis::Dispute) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::routing::decide;
    use crate::routing::sample::{OFFICE, at, map, signal};

    #[rstest]
    #[case::of_a_place_within("waterdam", &["jgz area:noord"], &[Criterion::Area])]
    #[case::of_a_place_deep_within("rijnmeer", &["jgz area:noord"], &[Criterion::Area])]
    #[case::beside_the_age("waterdam", &["jgz area:noord age:0-4"], &[Criterion::Age, Criterion::Area])]
    #[case::not_of_a_place_beside_it("veenbroek", &["jgz area:noord"], &[])]
    #[case::not_where_it_has_lapsed("waterdam", &["jgz area:noord until:2026-11-22"], &[])]
    #[case::not_where_somebody_owns_it("waterdam", &["jgz area:noord", "wijkteam area:waterdam"], &[])]
    fn in_a_gap_a_more_exact_place_would_help(
        #[case] place: &str,
        #[case] claims: &[&str],
        #[case] help: &[Criterion],
    ) {
        let asked = signal(&format!("parenting area:{place}"));
        let decision = decide(&map(claims), &asked, at(OFFICE));
        assert_eq!(decision.why.would_help, help);
    }
}
