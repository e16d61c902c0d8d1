//! Danger first: whom to call, before any question.

use crate::domain::age::Age;
use crate::domain::codes::TopicId;
use crate::domain::signal::{Topics, Urgency};
use crate::domain::time::{Day, Moment};
use crate::routing::map::{EmergencyLine, RouteMap};

impl RouteMap {
    /// The emergency lines of every acute signal, for someone of this age at that moment, in the
    /// map's order. An unknown age keeps every line.
    pub fn emergency_at(
        &self,
        age: Option<Age>,
        at: Moment,
    ) -> impl Iterator<Item = &EmergencyLine> {
        let lines = self.lines_for(age, at);
        lines.filter(|line| line.topics.is_none())
    }

    /// The emergency lines of a signal about someone of this age: those of its topics, and those of
    /// every acute signal when it is acute.
    pub fn emergency_for(
        &self,
        topics: &Topics,
        age: Option<Age>,
        urgency: Urgency,
        at: Moment,
    ) -> impl Iterator<Item = &EmergencyLine> {
        let day = self.day(at);
        let topics: Vec<TopicId> = topics
            .iter()
            .flat_map(|topic| self.codes_and_above(topic, day))
            .collect();
        let acute = urgency == Urgency::Acute;
        let lines = self.lines_for(age, at);
        let lines = lines.filter(move |line| match &line.topics {
            None => acute,
            Some(list) => topics.iter().any(|topic| list.contains(topic)),
        });
        // A map says a line twice when it is for danger and also for a topic without danger.
        let mut said: Vec<&EmergencyLine> = Vec::new();
        lines.filter(move |line| {
            let is_new = !said.iter().any(|earlier| earlier.says_the_same(line));
            said.push(line);
            is_new
        })
    }

    /// Every line for someone of this age at that moment, whatever it is about.
    pub fn lines_for(&self, age: Option<Age>, at: Moment) -> impl Iterator<Item = &EmergencyLine> {
        let hours = self.hours_at(at);
        self.settings().emergency.iter().filter(move |line| {
            let for_age = line
                .ages
                .is_none_or(|ages| age.is_none_or(|age| ages.includes(age)));
            for_age && line.hours.is_none_or(|line| line == hours)
        })
    }

    /// The code of a topic, or of its heir, and those of what it is part of. Of a topic that the map does
    /// not know the code itself says what it is part of, so that no line for danger is missed.
    fn codes_and_above(&self, topic: &TopicId, day: Day) -> Vec<TopicId> {
        match self
            .topic_ix_on(topic, day)
            .or_else(|| self.topic_ix(topic))
        {
            Some(ix) => {
                let above = self.topic_and_above(ix);
                above.map(|ix| self.topic_at(ix).id.clone()).collect()
            }
            None => std::iter::successors(Some(topic.clone()), TopicId::parent).collect(),
        }
    }
}

impl EmergencyLine {
    /// Whether a reader cannot tell the two apart.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        (&self.call, &self.organisation, &self.when)
            == (&other.call, &other.organisation, &other.when)
    }
}
