//! The layout of a compiled map: a head, and tables in which one entry is found without reading the
//! others.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::head::Head;
use super::records::{StoredOrganisation, StoredResponsibility};
use crate::domain::codes::OrganisationId;
use crate::routing::index::{Claimed, Finder, column, row, rows};
use crate::routing::map::{AreaIx, ResponsibilityIx, RouteMap, TopicIx};
use crate::routing::shelf::Shelf;

/// Where each table lies, counted from the end of the contents. Entries of a table of records are
/// found by their offsets.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Contents {
    head: Range<u64>,
    organisations: Table,
    responsibilities: Table,
    sender_sets: Table,
    /// The numbers of the organisations, sorted by code: 4 bytes each.
    by_code: Range<u64>,
    /// Where the row of each area begins among the claims, and the last one ends: 4 bytes each.
    rows: Range<u64>,
    /// By row: the number of the topic, and the responsibility (4 bytes each).
    claims: Range<u64>,
}

/// Records of any length: where each begins and the last ends (4 bytes each), and the records.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Table {
    starts: Range<u64>,
    records: Range<u64>,
}

/// A map laid out, before it becomes bytes.
#[derive(Default)]
pub(super) struct Sections {
    head: Vec<u8>,
    organisations: Records,
    responsibilities: Records,
    sender_sets: Records,
    by_code: Vec<u8>,
    rows: Vec<u8>,
    claims: Vec<u8>,
}

#[derive(Default)]
struct Records {
    starts: Vec<u8>,
    records: Vec<u8>,
}

impl Records {
    fn push(&mut self, record: &impl Serialize) -> Option<()> {
        self.mark()?;
        self.records.extend(postcard::to_stdvec(record).ok()?);
        Some(())
    }

    /// Where the next record begins, or the last one ends.
    fn mark(&mut self) -> Option<()> {
        self.starts
            .extend(u32::try_from(self.records.len()).ok()?.to_le_bytes());
        Some(())
    }
}

impl Sections {
    /// `None` when the map is larger than the layout can hold.
    pub(super) fn of(map: &RouteMap, files: &[Arc<str>]) -> Option<Self> {
        let mut sections = Self {
            head: postcard::to_stdvec(&Head::of(map, files)?).ok()?,
            ..Self::default()
        };
        let mut owned: BTreeMap<&OrganisationId, Vec<u32>> = BTreeMap::new();
        let mut sets: BTreeMap<&BTreeSet<OrganisationId>, u32> = BTreeMap::new();
        for (responsibility, number) in map.responsibilities().iter().zip(0..) {
            owned.entry(&responsibility.owner).or_default().push(number);
            let set = responsibility.criteria.senders.as_ref().map(|senders| {
                let next = u32::try_from(sets.len()).unwrap_or(u32::MAX);
                *sets.entry(&senders.organisations).or_insert(next)
            });
            sections.responsibilities.push(&StoredResponsibility::of(
                responsibility,
                set,
                files,
            )?)?;
        }
        let mut by_code: Vec<(&OrganisationId, u32)> = Vec::new();
        for (organisation, number) in map.organisations().iter().zip(0..) {
            by_code.push((&organisation.id, number));
            let owns = owned.remove(&organisation.id).unwrap_or_default();
            sections
                .organisations
                .push(&StoredOrganisation::of(organisation, owns, files)?)?;
        }
        let mut in_order: Vec<(&BTreeSet<OrganisationId>, u32)> = sets.into_iter().collect();
        in_order.sort_by_key(|(_, number)| *number);
        for (set, _) in in_order {
            sections
                .sender_sets
                .push(&set.iter().map(OrganisationId::as_str).collect::<Vec<_>>())?;
        }
        for records in [
            &mut sections.organisations,
            &mut sections.responsibilities,
            &mut sections.sender_sets,
        ] {
            records.mark()?;
        }
        by_code.sort_unstable();
        sections.by_code = by_code
            .into_iter()
            .flat_map(|(_, number)| number.to_le_bytes())
            .collect();
        let claimed = Claimed::sorted(map.responsibilities().iter());
        sections.rows = rows(&claimed, map.areas().len())
            .into_iter()
            .flat_map(u32::to_le_bytes)
            .collect();
        sections.claims = claimed
            .iter()
            .flat_map(|claimed| [claimed.topic, claimed.by.0])
            .flat_map(u32::to_le_bytes)
            .collect();
        Some(sections)
    }

    /// The contents after their length, then all tables.
    pub(super) fn bytes(&self) -> Option<Vec<u8>> {
        let Self {
            head,
            organisations,
            responsibilities,
            sender_sets,
            by_code,
            rows,
            claims,
        } = self;
        let mut tables: Vec<u8> = Vec::new();
        let mut add = |bytes: &[u8]| {
            let start = tables.len() as u64;
            tables.extend(bytes);
            start..tables.len() as u64
        };
        let mut table = |Records { starts, records }: &Records| Table {
            starts: add(starts),
            records: add(records),
        };
        let contents = Contents {
            organisations: table(organisations),
            responsibilities: table(responsibilities),
            sender_sets: table(sender_sets),
            head: add(head),
            by_code: add(by_code),
            rows: add(rows),
            claims: add(claims),
        };
        let contents = postcard::to_stdvec(&contents).ok()?;
        Some(
            [
                &u32::try_from(contents.len()).ok()?.to_le_bytes()[..],
                &contents,
                &tables,
            ]
            .concat(),
        )
    }
}

/// The tables of a compiled map, as they were read.
pub(super) struct Tables {
    bytes: Vec<u8>,
    /// Where the tables begin in the bytes.
    base: usize,
    contents: Contents,
    /// What the map's files are called in this run.
    files: Vec<Arc<str>>,
}

impl fmt::Debug for Tables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tables")
            .field("contents", &self.contents)
            .finish_non_exhaustive()
    }
}

impl Tables {
    /// The contents stand after the first `prefix` bytes. The caller has held them against the
    /// checksum.
    pub(super) fn open(bytes: Vec<u8>, prefix: usize, files: Vec<Arc<str>>) -> Option<Self> {
        let length = u32::from_le_bytes(bytes.get(prefix..)?.first_chunk().copied()?) as usize;
        let base = prefix + 4 + length;
        let contents = postcard::from_bytes(bytes.get(prefix + 4..base)?).ok()?;
        Some(Self {
            bytes,
            base,
            contents,
            files,
        })
    }

    /// The map that looks up in these tables.
    pub(super) fn into_map(self, digest: &str) -> Option<RouteMap> {
        let head: Head<'_> = postcard::from_bytes(self.part(&self.contents.head)?).ok()?;
        let (settings, topics, areas) = head.restore(digest, &self.files)?;
        let tables = Arc::new(self);
        let sets: Shelf<Arc<BTreeSet<OrganisationId>>> = {
            let (tables, count) = (
                Arc::clone(&tables),
                tables.count(&tables.contents.sender_sets),
            );
            Shelf::lazy(count, Arc::new(move |number| tables.sender_set(number)))
        };
        let responsibilities = {
            let (tables, count) = (
                Arc::clone(&tables),
                tables.count(&tables.contents.responsibilities),
            );
            let make = move |number| {
                let record: StoredResponsibility<'_> =
                    tables.record(&tables.contents.responsibilities, number)?;
                record.restore(&tables.files, &sets)
            };
            Shelf::lazy(count, Arc::new(make))
        };
        let organisations = {
            let tables = Arc::clone(&tables);
            let count = tables.count(&tables.contents.organisations);
            Shelf::lazy(
                count,
                Arc::new(move |number| tables.stored_organisation(number)?.restore(&tables.files)),
            )
        };
        Some(RouteMap::from_tables(
            settings,
            topics,
            areas,
            organisations,
            responsibilities,
            Box::new(Found(tables)),
        ))
    }

    fn part(&self, range: &Range<u64>) -> Option<&[u8]> {
        let at = |offset: u64| usize::try_from(offset).ok()?.checked_add(self.base);
        self.bytes.get(at(range.start)?..at(range.end)?)
    }

    fn count(&self, table: &Table) -> usize {
        self.part(&table.starts)
            .map_or(0, |starts| (starts.len() / 4).saturating_sub(1))
    }

    fn record<'b, T: Deserialize<'b>>(&'b self, table: &Table, number: u32) -> Option<T> {
        let starts = self.part(&table.starts)?;
        let start = |n: usize| number_at(starts, n).map(|start| start as usize);
        let record = self
            .part(&table.records)?
            .get(start(number as usize)?..start(number as usize + 1)?)?;
        postcard::from_bytes(record).ok()
    }

    fn stored_organisation(&self, number: u32) -> Option<StoredOrganisation<'_>> {
        self.record(&self.contents.organisations, number)
    }

    fn sender_set(&self, number: u32) -> Option<Arc<BTreeSet<OrganisationId>>> {
        let codes: Vec<&str> = self.record(&self.contents.sender_sets, number)?;
        codes
            .into_iter()
            .map(|code| code.parse().ok())
            .collect::<Option<_>>()
            .map(Arc::new)
    }

    /// The claims in these rows: the number of a topic, and the responsibility.
    fn claims(&self, rows: Range<usize>) -> &[[u8; 8]] {
        let claims = || {
            let starts = self.part(&self.contents.rows)?;
            let (from, to) = (number_at(starts, rows.start)?, number_at(starts, rows.end)?);
            let (claims, _) = self.part(&self.contents.claims)?.as_chunks::<8>();
            claims.get(from as usize..to as usize)
        };
        claims().unwrap_or_default()
    }
}

fn number_at(numbers: &[u8], n: usize) -> Option<u32> {
    numbers
        .get(n.checked_mul(4)?..)?
        .first_chunk()
        .copied()
        .map(u32::from_le_bytes)
}

fn claim([a, b, c, d, number @ ..]: &[u8; 8]) -> (u32, ResponsibilityIx) {
    (
        u32::from_le_bytes([*a, *b, *c, *d]),
        ResponsibilityIx(u32::from_le_bytes(*number)),
    )
}

/// What the map finds with.
#[derive(Debug)]
struct Found(Arc<Tables>);

impl Finder for Found {
    fn writing(
        &self,
        area: Option<AreaIx>,
        topics: &[Option<TopicIx>],
        found: &mut Vec<ResponsibilityIx>,
    ) {
        let row = row(area) as usize;
        let claims = self.0.claims(row..row + 1);
        for topic in topics.iter().copied().map(column) {
            let from = claims.partition_point(|entry| claim(entry).0 < topic);
            found.extend(
                claims
                    .iter()
                    .skip(from)
                    .map(claim)
                    .take_while(|(other, _)| *other == topic)
                    .map(|(_, ix)| ix),
            );
        }
    }

    fn writing_anywhere<'a>(
        &'a self,
        topics: &'a [Option<TopicIx>],
    ) -> Box<dyn Iterator<Item = ResponsibilityIx> + 'a> {
        let rows = self
            .0
            .part(&self.0.contents.rows)
            .map_or(0, |rows| rows.len() / 4)
            .saturating_sub(1);
        let any = |topic: u32| topics.iter().any(|wanted| column(*wanted) == topic);
        Box::new(
            self.0
                .claims(0..rows)
                .iter()
                .map(claim)
                .filter(move |(topic, _)| any(*topic))
                .map(|(_, ix)| ix),
        )
    }

    fn organisation(&self, id: &OrganisationId) -> Option<u32> {
        let (numbers, _) = self.0.part(&self.0.contents.by_code)?.as_chunks::<4>();
        let code =
            |number: &[u8; 4]| Some(self.0.stored_organisation(u32::from_le_bytes(*number))?.id);
        let at =
            numbers.partition_point(|number| code(number).is_some_and(|code| code < id.as_str()));
        numbers
            .get(at)
            .filter(|number| code(number) == Some(id.as_str()))
            .map(|number| u32::from_le_bytes(*number))
    }

    fn owned_by(&self, organisation: u32) -> Vec<ResponsibilityIx> {
        let owns = self
            .0
            .stored_organisation(organisation)
            .map(|stored| stored.owns)
            .unwrap_or_default();
        owns.into_iter().map(ResponsibilityIx).collect()
    }
}
