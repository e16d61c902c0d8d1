//! The groups in which signals are counted together.

use std::collections::HashMap;
use std::str::FromStr;

use crate::domain::codes::{CodeEnum as _, TopicId};
use crate::domain::event::Basis;
use crate::domain::signal::Topics;
use crate::overview::{FirstOwner, GroupIx, OutcomeGroup};
use crate::register::outcome_reader::OutcomeRow;
use crate::register::row::{DecodeError, FromColumn as _};

/// The groups met so far. A million signals have a few hundred, so each is parsed once.
pub(super) struct Groups<'w> {
    wanted: &'w [TopicId],
    /// By everything that makes a group, as stored; `None` for a topic that is not wanted.
    numbers: HashMap<String, Option<GroupIx>>,
    key: String,
    pub(super) all: Vec<OutcomeGroup>,
}

impl<'w> Groups<'w> {
    /// `wanted`: the main topics of the report that are counted; none for all.
    pub(super) fn new(wanted: &'w [TopicId]) -> Self {
        Self {
            wanted,
            numbers: HashMap::new(),
            key: String::new(),
            all: Vec::new(),
        }
    }

    pub(super) fn number(
        &mut self,
        event: &OutcomeRow<'_>,
    ) -> Result<Option<GroupIx>, DecodeError> {
        let (basis, owner) = (required(event.basis)?, required(event.to_organisation)?);
        let topics = required(event.topics)?;
        let main = topics.split_once(' ').map_or(topics, |(main, _)| main);
        self.key.clear();
        for part in [basis, owner, main, event.responsibility.unwrap_or_default()] {
            self.key.push_str(part);
            self.key.push('\n');
        }
        if let Some(number) = self.numbers.get(self.key.as_str()) {
            return Ok(*number);
        }
        let topic: TopicId = parse(Some(main))?;
        let given = match Basis::from_code(basis).ok_or(DecodeError)? {
            Basis::Gap => FirstOwner::Gap,
            Basis::Dispute => FirstOwner::Dispute,
            Basis::Rule => FirstOwner::Agreed {
                owner: parse(Some(owner))?,
                responsibility: parse(event.responsibility)?,
            },
        };
        let number = (self.wanted.is_empty() || self.wanted.contains(&topic))
            .then(|| self.place(OutcomeGroup { given, topic }));
        self.numbers.insert(self.key.clone(), number);
        Ok(number)
    }

    /// Gaps and disputes of two coordinators are one route.
    fn place(&mut self, route: OutcomeGroup) -> GroupIx {
        let known = self.all.iter().position(|known| *known == route);
        GroupIx(known.unwrap_or_else(|| {
            self.all.push(route);
            self.all.len() - 1
        }))
    }
}

pub(super) fn required(text: Option<&str>) -> Result<&str, DecodeError> {
    text.ok_or(DecodeError)
}

pub(super) fn parse<T: FromStr>(text: Option<&str>) -> Result<T, DecodeError> {
    required(text)?.parse().map_err(|_| DecodeError)
}

pub(super) fn topics(text: Option<&str>) -> Result<Topics, DecodeError> {
    Topics::from_value(&required(text)?.into())
}
