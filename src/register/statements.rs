//! The register's statements: plain SQL that SQLite and PostgreSQL both understand.

use crate::domain::case::State;
use crate::domain::codes::Choice as _;

/// The columns of the table of signals, but for its words.
macro_rules! signal_columns {
    () => {
        "id, seq, sender, contact, reference, reported_at, age_months, area, urgency, discussed, \
 state, owner, coordinator, basis, level, topics, accept_by, feedback_by, confirm_by, proposed, declines, events, last_at, asked"
    };
}

/// The columns of an event.
macro_rules! event_columns {
    () => {
        "number, kind, at, by_organisation, to_organisation, suggested, decline_reason, question, topics, involved, \
 basis, coordinator, outcome, channel, level, promise, promised, after_days, told, accept_by, feedback_by, confirm_by, responsibility"
    };
}

/// Records a signal, unless its number or its sender's reference is already there. Gives its place
/// in the order.
pub const INSERT_SIGNAL: &str = "\
INSERT INTO signal (id, sender, contact, reference, reported_at, age_months, area, urgency, discussed, \
 state, owner, coordinator, basis, level, topics, accept_by, feedback_by, confirm_by, proposed, declines, events, last_at) \
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'offered', $10, $11, $12, $13, $14, $15, $16, NULL, NULL, 0, 1, $5) \
ON CONFLICT DO NOTHING RETURNING seq";

/// The same at the place `$17`, for a writer who knows that it is the next. Without asking for
/// anything back, which takes as long again.
pub const INSERT_SIGNAL_AT: &str = "\
INSERT INTO signal (seq, id, sender, contact, reference, reported_at, age_months, area, urgency, discussed, \
 state, owner, coordinator, basis, level, topics, accept_by, feedback_by, confirm_by, proposed, declines, events, last_at) \
VALUES ($17, $1, $2, $3, $4, $5, $6, $7, $8, $9, 'offered', $10, $11, $12, $13, $14, $15, $16, NULL, NULL, 0, 1, $5) \
ON CONFLICT DO NOTHING";

/// Records the grounds of a decision. Gives their number.
pub const INSERT_GROUNDS: &str =
    "INSERT INTO grounds (seal, map_digest, reason) VALUES ($1, $2, $3) RETURNING number";

/// The number of the grounds with this seal.
pub const GROUNDS_BY_SEAL: &str = "SELECT number FROM grounds WHERE seal = $1";

/// Records what somebody wrote; before the event it belongs to.
pub const INSERT_WORDS: &str =
    "INSERT INTO words (signal, number, part, text, salt) VALUES ($1, $2, $3, $4, $5)";

/// Appends an event.
pub const INSERT_EVENT: &str = concat!(
    "INSERT INTO event (signal, ",
    event_columns!(),
    ", grounds, words, step, seal) \
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)"
);

/// Appends the first event of a signal: only what a report fills.
pub const INSERT_REPORTED: &str = "\
INSERT INTO event (signal, number, kind, at, by_organisation, to_organisation, topics, involved, basis, coordinator, level, \
 accept_by, feedback_by, responsibility, grounds, words, step, seal) \
VALUES ($1, 1, 'reported', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";

/// The step that was recorded last, and its seal.
pub const LAST_STEP: &str = "SELECT step, seal FROM event ORDER BY step DESC LIMIT 1";

/// The step with which a signal was reported, and its seal.
pub const STEP_OF_REPORT: &str = "SELECT event.step, event.seal FROM event JOIN signal ON signal.seq = event.signal WHERE signal.id = $1 AND event.number = 1";

/// Moves a signal on to where its newest event brings it, provided that it still stands where the
/// decision saw it.
pub const UPDATE_STANDING: &str = "\
UPDATE signal SET state = $4, owner = $5, coordinator = $6, basis = $7, level = $8, topics = $9, accept_by = $10, feedback_by = $11, \
 confirm_by = $12, proposed = $13, declines = $14, events = $15, last_at = $16, asked = $17 \
WHERE seq = $1 AND state = $2 AND events = $3 RETURNING events";

/// Everything about the signals whose numbers lie in a range, but for their words.
pub const SIGNALS_IN_RANGE: &str = concat!(
    "SELECT ",
    signal_columns!(),
    " FROM signal WHERE id >= $1 AND id < $2 ORDER BY id LIMIT 20"
);

/// The number that a sender's reference belongs to.
pub const ID_BY_REFERENCE: &str = "SELECT id FROM signal WHERE sender = $1 AND reference = $2";

/// The story of a signal.
pub const EVENTS: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM event WHERE signal = $1 ORDER BY number"
);

/// Why the map decided so, the first time and each time after it.
pub const DECISIONS: &str = "\
SELECT event.number, grounds.map_digest, grounds.reason FROM event JOIN grounds ON grounds.number = event.grounds \
WHERE event.signal = $1 ORDER BY event.number";

/// What people wrote about a signal.
pub const WORDS: &str = "\
SELECT words.number, words.part, words.text FROM words JOIN signal ON signal.seq = words.signal \
WHERE signal.id = $1 ORDER BY words.number";

/// The events that change how a signal went, each signal's together and in order.
pub const COURSES: &str = "\
SELECT signal, kind, at, to_organisation, responsibility, basis, topics, feedback_by, coalesce(decline_reason, outcome) FROM event \
WHERE kind IN ('reported', 'declined', 'transfer-taken', 'assigned', 'rerouted', 'amended', 'feedback-final', 'rejected', 'reopened', \
 'closed-unconfirmed', 'withdrawn') ORDER BY signal, number";

/// The places of the signals in so many areas.
pub fn signals_in(areas: usize) -> String {
    let places: Vec<String> = (1..=areas).map(|place| format!("${place}")).collect();
    format!(
        "SELECT seq FROM signal WHERE area IN ({}) ORDER BY seq",
        places.join(", ")
    )
}

/// What is read of several signals at once, which are given by their places in the order of
/// recording.
#[derive(Debug, Clone, Copy)]
pub enum OfSeveral {
    /// The signals, in order: as [`SIGNALS_IN_RANGE`].
    Signals,
    /// Their events; each row begins with the place of its signal, and goes on as [`EVENTS`]. So do
    /// the next two.
    Events,
    /// Why the map decided.
    Decisions,
    /// What people wrote.
    Words,
}

/// The statement that reads this of so many signals.
pub fn of_several(what: OfSeveral, count: usize) -> String {
    let (columns, table, place, order) = match what {
        OfSeveral::Signals => (signal_columns!(), "signal", "seq", "seq"),
        OfSeveral::Events => (
            concat!("signal, ", event_columns!()),
            "event",
            "signal",
            "signal, number",
        ),
        OfSeveral::Decisions => (
            "signal, event.number, map_digest, reason",
            "event JOIN grounds ON grounds.number = event.grounds",
            "signal",
            "signal, event.number",
        ),
        OfSeveral::Words => (
            "signal, number, part, text",
            "words",
            "signal",
            "signal, number",
        ),
    };
    let places: Vec<String> = (1..=count).map(|n| format!("${n}")).collect();
    format!(
        "SELECT {columns} FROM {table} WHERE {place} IN ({}) ORDER BY {order}",
        places.join(", ")
    )
}

/// The signals behind a place, in order, at most so many.
pub const SIGNALS_AFTER: &str = concat!(
    "SELECT ",
    signal_columns!(),
    " FROM signal WHERE seq > $1 ORDER BY seq LIMIT $2"
);

/// Their places and numbers.
pub const PLACES_AFTER: &str = "SELECT seq, id FROM signal WHERE seq > $1 ORDER BY seq LIMIT $2";

/// The numbers of all signals with their places, as the index has them that finds a signal by its
/// number.
pub const NUMBERS_OF_PLACES: &str = "SELECT id, seq FROM signal ORDER BY id";

/// The events of the signals behind a place and up to another, each with the place of its signal,
/// its step and the seal of its words.
pub const EVENTS_BETWEEN: &str = concat!(
    "SELECT signal, step, words, ",
    event_columns!(),
    " FROM event WHERE signal > $1 AND signal <= $2 ORDER BY signal, number"
);

/// What was written about them, with its salt.
pub const WORDS_BETWEEN: &str = "SELECT signal, number, part, text, salt FROM words WHERE signal > $1 AND signal <= $2 ORDER BY signal, number, part";

/// The grounds behind a number, in order, at most so many.
pub const GROUNDS_AFTER: &str = "SELECT number, seal, map_digest, reason FROM grounds WHERE number > $1 ORDER BY number LIMIT $2";

/// The traces of exports behind a number, in order, at most so many.
pub const EXPORTS_AFTER: &str = "SELECT number, at, by_organisation, signals, seal FROM export WHERE number > $1 ORDER BY number LIMIT $2";

/// The events of all signals behind a step, in order, at most so many, with all that the seal of a
/// step goes over: the step, its seal, the place and number of the signal, the number and seal of
/// the grounds, the seal of the words, what the signal says once, and the columns of the event.
pub fn steps_after() -> String {
    let columns: Vec<String> = event_columns!()
        .split(", ")
        .map(|column| format!("e.{}", column.trim()))
        .collect();
    format!(
        "SELECT e.step, e.seal, e.signal, s.id, e.grounds, g.seal, e.words, \
         s.sender, s.reference, s.reported_at, s.age_months, s.area, s.urgency, s.discussed, {} \
         FROM event e LEFT JOIN signal s ON s.seq = e.signal LEFT JOIN grounds g ON g.number = e.grounds \
         WHERE e.step > $1 ORDER BY e.step LIMIT $2",
        columns.join(", ")
    )
}

/// Which signals a list is of: their places in the order of recording, and how many events they
/// have.
pub const CHOSEN: &str = "SELECT seq, events FROM signal";

/// Records that the words of so many signals are about to leave.
pub const INSERT_EXPORT: &str =
    "INSERT INTO export (number, at, by_organisation, signals, seal) VALUES ($1, $2, $3, $4, $5)";

/// The trace that was recorded last, and its seal.
pub const LAST_EXPORT: &str = "SELECT number, seal FROM export ORDER BY number DESC LIMIT 1";

/// Each time that words left, in order.
pub const EXPORTS: &str = "SELECT at, by_organisation, signals FROM export ORDER BY number";

/// The columns of a list: no words, no contact. The last, the place in the order of recording, is
/// there to be ordered by.
pub const LISTED: &str = "\
id, sender, reported_at, age_months, area, urgency, coordinator, basis, level, state, owner, topics, \
 accept_by, feedback_by, confirm_by, due, proposed, declines, events, last_at, asked, seq";

/// The condition of the index of questions that wait for their reply.
pub const ASKED: &str = "asked IS NOT NULL AND state IN ('offered', 'accepted', 'answered')";

/// The condition of the indexes that hold the signals that stand there. Written out: an index is
/// used only where its condition is.
pub fn indexed(state: State) -> &'static str {
    match state {
        State::Offered | State::Accepted => "state IN ('offered', 'accepted')",
        State::Answered => "state = 'answered'",
        State::Closed | State::Withdrawn => "state IN ('closed', 'withdrawn')",
    }
}

/// The condition that a signal stands there, and in no other state.
pub fn stands(state: State) -> String {
    format!("{} AND state = '{}'", indexed(state), state.code())
}

/// How many signals stand there.
pub fn count(state: State) -> String {
    format!("SELECT count(*) FROM signal WHERE {}", stands(state))
}

/// The columns of an event that a report leaves empty.
pub const EMPTY_IN_A_REPORT: [&str; 10] = [
    "suggested",
    "decline_reason",
    "question",
    "outcome",
    "channel",
    "promise",
    "promised",
    "after_days",
    "told",
    "confirm_by",
];

/// The rule that is broken by the signals after the place `$1`, each with its report alone: what
/// the second lock refuses row by row, asked of all rows together, each of which is read once. NULL
/// when none is.
///
/// `of_signal`, `of_event` and `of_words` are conditions of the engine: what makes a row of these
/// tables wrong by itself. That of an event may leave out what is about [`EMPTY_IN_A_REPORT`],
/// which is looked at here.
pub fn broken_rule(of_signal: &str, of_event: &str, of_words: &str) -> String {
    let nothing_else = EMPTY_IN_A_REPORT
        .map(|column| format!("e.{column} IS NULL"))
        .join(" AND ");
    format!(
        "WITH reports AS MATERIALIZED (\
         SELECT count(*) AS signals, max(s.seq) AS last, min(e.step) AS first, count(*) FILTER (WHERE s.discussed = 'no') AS undiscussed, \
         count(*) FILTER (WHERE s.wrong) AS wrong, count(*) FILTER (WHERE e.wrong) AS amiss, count(*) FILTER (WHERE (\
         s.state = 'offered' AND s.events = 1 AND s.declines = 0 AND s.proposed IS NULL AND s.asked IS NULL AND s.last_at = s.reported_at \
         AND e.number = 1 AND e.kind = 'reported' AND e.by_organisation = s.sender AND e.at = s.reported_at AND e.to_organisation = s.owner \
         AND e.topics = s.topics AND e.level = s.level AND e.accept_by = s.accept_by AND e.feedback_by = s.feedback_by \
         AND e.coordinator = s.coordinator AND e.basis = s.basis AND e.involved IS NOT NULL \
         AND e.words IS NOT NULL \
         AND {nothing_else} \
         AND EXISTS (SELECT 1 FROM grounds g WHERE g.number = e.grounds)) IS NOT TRUE) AS otherwise \
         FROM (SELECT *, {of_event} AS wrong FROM event WHERE signal > $1) e \
         JOIN (SELECT *, {of_signal} AS wrong FROM signal) s ON s.seq = e.signal), \
         texts AS MATERIALIZED (\
         SELECT count(*) FILTER (WHERE w.part = 'seen') AS seen, count(*) FILTER (WHERE w.part = 'why-not-discussed') AS why, \
         max(w.signal) AS last, count(*) FILTER (WHERE w.wrong) AS wrong, \
         count(*) FILTER (WHERE w.number <> 1 OR (w.part = 'why-not-discussed' \
         AND (SELECT s.discussed FROM signal s WHERE s.seq = w.signal) = 'yes')) AS otherwise \
         FROM (SELECT *, {of_words} AS wrong FROM words WHERE signal > $1) w) \
         SELECT CASE WHEN (SELECT coalesce(max(seq), 0) FROM signal) = $1 THEN NULL \
         WHEN reports.wrong > 0 THEN 'a check of signal' \
         WHEN reports.amiss > 0 THEN 'a check of event' \
         WHEN texts.wrong > 0 THEN 'a check of words' \
         WHEN reports.otherwise > 0 THEN 'a signal begins as offered, with its report and the grounds of its decision' \
         WHEN (SELECT max(seq) FROM signal) - $1 <> reports.signals OR (SELECT max(step) FROM event) - reports.first + 1 <> reports.signals \
         OR reports.first <> 1 + (SELECT coalesce(max(step), 0) FROM event WHERE step < reports.first) OR reports.signals = 0 \
         THEN 'a signal has one event, the next step' \
         WHEN (texts.seen = reports.signals AND texts.why = reports.undiscussed AND texts.last = reports.last AND texts.otherwise = 0) IS NOT TRUE \
         THEN 'a report has its words, and nothing follows on it yet' END FROM reports, texts"
    )
}

/// The place of the signal that was recorded last; nothing when there is none.
pub const LAST_PLACE: &str = "SELECT max(seq) FROM signal";
