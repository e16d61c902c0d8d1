-- The register of seinhuis, version 1.
--
-- Two layers. `signal`, `event` and `grounds` hold what happened without a word about a family; `words` holds what people wrote.
-- Lists, counts and the coordinator's views read the first layer alone; only `show` reads the second.
--
-- A signal is recorded once. What happens afterwards is an event, appended; `signal` also carries where it stands today, so that a
-- list need not fold ten million stories. The triggers below are a second lock on the rules of src/domain: whoever writes here
-- without seinhuis meets the same rules. They are judged at the moment of writing; the clock is none of the database's business.
--
-- A seal is a hash (src/register/seal.rs). Each event's goes over all that was recorded with it and over the seal of the event before
-- it: what is changed, added or lost afterwards is found by `register verify`.

CREATE TABLE signal (
  -- A signal: what the sender said once (never changed), and where it stands (changed only by the event that brings it about).
  seq         INTEGER PRIMARY KEY CHECK (seq > 0),                -- the order of recording, whatever the clocks said
  id          TEXT NOT NULL CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  sender      TEXT NOT NULL CHECK (length(sender) BETWEEN 1 AND 64 AND sender NOT GLOB '*[^a-z0-9-]*'),
  contact     TEXT CHECK (length(contact) BETWEEN 1 AND 200),     -- the person who sends; for owner and sender only
  reference   TEXT CHECK (length(reference) BETWEEN 1 AND 64),    -- the number in the sender's own system
  reported_at TEXT NOT NULL CHECK (reported_at GLOB '????-??-??T??:??:??.???Z'),
  age_months  INTEGER CHECK (age_months BETWEEN -1 AND 1560),     -- -1: not born yet; NULL: not known
  area        TEXT CHECK (length(area) BETWEEN 1 AND 64),         -- NULL: not known
  urgency     TEXT NOT NULL CHECK (urgency IN ('acute', 'urgent', 'normal', 'fyi')),
  discussed   TEXT NOT NULL CHECK (discussed IN ('yes', 'no')),   -- with the family; why not stands in words
  -- Where it stands.
  state       TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'answered', 'closed', 'withdrawn')),
  owner       TEXT NOT NULL CHECK (length(owner) BETWEEN 1 AND 64 AND owner NOT GLOB '*[^a-z0-9-]*'),
  coordinator TEXT NOT NULL CHECK (length(coordinator) BETWEEN 1 AND 64 AND coordinator NOT GLOB '*[^a-z0-9-]*'),
  basis       TEXT NOT NULL CHECK (basis IN ('rule', 'gap', 'dispute')), -- why this owner, as the map last decided
  level       TEXT NOT NULL CHECK (level IN ('full', 'status-only')),
  topics      TEXT NOT NULL CHECK (length(topics) > 0),           -- the main one first, a space between
  accept_by   TEXT CHECK (accept_by GLOB '????-??-??'),
  feedback_by TEXT NOT NULL CHECK (feedback_by GLOB '????-??-??'),
  confirm_by  TEXT CHECK (confirm_by GLOB '????-??-??'),
  proposed    TEXT,                                               -- asked to take it over, and has not said
  asked       TEXT CHECK (length(asked) > 0),                     -- of whom a question waits for its reply, a space between
  declines    INTEGER NOT NULL CHECK (declines >= 0),
  events      INTEGER NOT NULL CHECK (events >= 1),               -- the number of the last event
  last_at     TEXT NOT NULL CHECK (last_at GLOB '????-??-??T??:??:??.???Z'), -- of the last event, alarms aside: they break no silence
  due         TEXT GENERATED ALWAYS AS                            -- the promise that runs now
    (CASE state WHEN 'offered' THEN min(accept_by, feedback_by) WHEN 'accepted' THEN feedback_by WHEN 'answered' THEN confirm_by END)
    VIRTUAL,
  CHECK ((accept_by IS NOT NULL) = (state = 'offered')),
  CHECK ((confirm_by IS NOT NULL) = (state IN ('answered', 'closed'))),
  CHECK (proposed IS NULL OR state IN ('offered', 'accepted')),
  -- A signal stands where its last event left it: neither can be stored without the other.
  FOREIGN KEY (seq, events) REFERENCES event (signal, number) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE grounds (
  -- Why the map decided so, as it was explained to the sender, and which map it was. Many decisions have the same grounds, which are kept
  -- once; a later map never rewrites them.
  number     INTEGER PRIMARY KEY CHECK (number > 0),
  seal       TEXT NOT NULL UNIQUE CHECK (length(seal) = 32 AND seal NOT GLOB '*[^0-9a-f]*'), -- of both texts
  map_digest TEXT NOT NULL,
  reason     TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  -- What happened to a signal, in order, appended only. A column is filled for the kinds that its check names, and for no other.
  signal          INTEGER NOT NULL REFERENCES signal (seq),
  number          INTEGER NOT NULL CHECK (number >= 1),
  kind            TEXT NOT NULL CHECK (kind IN (
    'reported', 'accepted', 'declined', 'transfer-proposed', 'transfer-taken', 'transfer-refused', 'assigned', 'rerouted', 'involved',
    'asked', 'replied', 'amended', 'feedback-interim', 'feedback-final', 'confirmed', 'rejected', 'closed-unconfirmed', 'reopened',
    'withdrawn', 'escalated')),
  at              TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  by_organisation TEXT NOT NULL CHECK (length(by_organisation) BETWEEN 1 AND 64 AND by_organisation NOT GLOB '*[^a-z0-9-]*'),
  to_organisation TEXT CHECK (length(to_organisation) BETWEEN 1 AND 64 AND to_organisation NOT GLOB '*[^a-z0-9-]*'),
  suggested       TEXT,     -- the owner that who declined suggests
  decline_reason  TEXT CHECK (decline_reason IN (
    'other-area', 'other-age', 'other-topic', 'runs-elsewhere', 'too-little-known', 'no-capacity', 'no-ground')),
  question        INTEGER,  -- the number of the event that asked
  topics          TEXT CHECK (length(topics) > 0),
  involved        TEXT,     -- who may read because the map says so, a space between
  basis           TEXT CHECK (basis IN ('rule', 'gap', 'dispute')),
  coordinator     TEXT CHECK (length(coordinator) BETWEEN 1 AND 64 AND coordinator NOT GLOB '*[^a-z0-9-]*'),
  outcome         TEXT CHECK (outcome IN (
    'taken-up', 'already-known', 'help-started', 'handed-over', 'family-declined', 'not-reached', 'not-needed',
    'something-else-found', 'partly')),
  channel         TEXT CHECK (channel IN ('phone', 'in-person', 'email', 'message', 'letter', 'here')),
  level           TEXT CHECK (level IN ('full', 'status-only')),
  promise         TEXT CHECK (promise IN ('accept', 'feedback', 'confirm')), -- the promise that was broken
  promised        TEXT CHECK (promised GLOB '????-??-??'),     -- its last day
  after_days      INTEGER CHECK (after_days BETWEEN 0 AND 255), -- which step of the escalation: so many working days after it
  told            TEXT,     -- who was to be told, a space between
  accept_by       TEXT CHECK (accept_by GLOB '????-??-??'),
  feedback_by     TEXT CHECK (feedback_by GLOB '????-??-??'),
  confirm_by      TEXT CHECK (confirm_by GLOB '????-??-??'),
  responsibility  TEXT CHECK (length(responsibility) BETWEEN 1 AND 160), -- what the owner agreed to, in codes of the map; to learn from
  grounds         INTEGER REFERENCES grounds (number), -- of what the map decided
  words           TEXT CHECK (length(words) = 32 AND words NOT GLOB '*[^0-9a-f]*'), -- the seal of what was written, and of the contact
  step            INTEGER NOT NULL CHECK (step > 0), -- its place among the events of all signals: 1, 2, 3 …
  seal            TEXT NOT NULL CHECK (length(seal) = 32 AND seal NOT GLOB '*[^0-9a-f]*'), -- of this event and the seal of the step before
  PRIMARY KEY (signal, number),
  CHECK ((kind = 'reported') = (number = 1)),
  CHECK ((to_organisation IS NOT NULL)
    = (kind IN ('reported', 'declined', 'transfer-proposed', 'assigned', 'rerouted', 'involved', 'asked'))),
  CHECK (suggested IS NULL OR kind = 'declined'),
  CHECK ((decline_reason IS NOT NULL) = (kind = 'declined')),
  CHECK (question IS NULL OR (kind = 'replied' AND question < number)),
  CHECK ((topics IS NOT NULL) = (kind IN ('reported', 'amended'))),
  CHECK ((involved IS NOT NULL) = (kind IN ('reported', 'rerouted'))),
  CHECK ((basis IS NOT NULL) = (kind IN ('reported', 'rerouted'))),
  CHECK ((coordinator IS NOT NULL) = (kind IN ('reported', 'rerouted'))),
  CHECK ((grounds IS NOT NULL) = (kind IN ('reported', 'rerouted'))),
  CHECK ((responsibility IS NOT NULL) = (basis IS NOT NULL AND basis = 'rule')),
  CHECK ((outcome IS NOT NULL) = (kind = 'feedback-final')),
  CHECK ((channel IS NOT NULL) = (kind IN ('feedback-interim', 'feedback-final'))),
  CHECK ((level IS NOT NULL) = (kind IN ('reported', 'rerouted', 'feedback-interim', 'feedback-final'))),
  CHECK ((promise IS NOT NULL) = (kind = 'escalated')),
  CHECK ((promised IS NOT NULL) = (kind = 'escalated')),
  CHECK ((after_days IS NOT NULL) = (kind = 'escalated')),
  CHECK ((told IS NOT NULL) = (kind = 'escalated')),
  CHECK ((accept_by IS NOT NULL) = (kind IN ('reported', 'declined', 'assigned', 'rerouted'))),
  CHECK ((feedback_by IS NOT NULL) = (kind IN ('reported', 'rerouted', 'rejected', 'reopened'))),
  CHECK ((confirm_by IS NOT NULL) = (kind = 'feedback-final'))
) STRICT, WITHOUT ROWID;

CREATE TABLE words (
  -- What people wrote, by the event it came with. Written before its event, so that nothing can be added to it afterwards.
  signal INTEGER NOT NULL,
  number INTEGER NOT NULL,
  part   TEXT NOT NULL CHECK (part IN ('seen', 'goes-well', 'helpers', 'own-words', 'why-not-discussed', 'said')),
  text   TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  salt   TEXT NOT NULL CHECK (length(salt) = 32), -- random: without it nobody finds the text by its seal
  PRIMARY KEY (signal, number, part),
  CHECK ((part = 'said') = (number > 1)),
  FOREIGN KEY (signal, number) REFERENCES event (signal, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE export (
  -- Each time that the words of signals left in an export: when, on behalf of whom, and of how many signals. Written before they leave.
  number          INTEGER PRIMARY KEY CHECK (number > 0),
  at              TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  by_organisation TEXT NOT NULL CHECK (length(by_organisation) BETWEEN 1 AND 64 AND by_organisation NOT GLOB '*[^a-z0-9-]*'),
  signals         INTEGER NOT NULL CHECK (signals >= 0),
  seal            TEXT NOT NULL CHECK (length(seal) = 32 AND seal NOT GLOB '*[^0-9a-f]*') -- of this row and the seal of the one before
) STRICT;

-- How signals are found. Only what waits is indexed by its promise, so a list costs what it shows, not what is stored.

CREATE UNIQUE INDEX number_of_a_signal    ON signal (id);
CREATE UNIQUE INDEX reference_of_a_sender ON signal (sender, reference) WHERE reference IS NOT NULL;

CREATE INDEX unanswered           ON signal (due, seq, topics) WHERE state IN ('offered', 'accepted');
CREATE INDEX unanswered_by_owner  ON signal (owner, due, seq)  WHERE state IN ('offered', 'accepted');
CREATE INDEX unanswered_by_sender ON signal (sender, due, seq) WHERE state IN ('offered', 'accepted');
CREATE INDEX unanswered_by_area   ON signal (area, due, seq)   WHERE state IN ('offered', 'accepted');

CREATE INDEX answered             ON signal (due, seq, topics) WHERE state = 'answered';
CREATE INDEX answered_by_owner    ON signal (owner, due, seq)  WHERE state = 'answered';
CREATE INDEX answered_by_sender   ON signal (sender, due, seq) WHERE state = 'answered';
CREATE INDEX answered_by_area     ON signal (area, due, seq)   WHERE state = 'answered';

CREATE INDEX ended                ON signal (state, seq, topics) WHERE state IN ('closed', 'withdrawn');
CREATE INDEX ended_by_owner       ON signal (owner, state, seq)  WHERE state IN ('closed', 'withdrawn');
CREATE INDEX ended_by_sender      ON signal (sender, state, seq) WHERE state IN ('closed', 'withdrawn');
CREATE INDEX ended_by_area        ON signal (area, state, seq)   WHERE state IN ('closed', 'withdrawn');

-- What waits for others than its owner or sender: few at any time.
CREATE INDEX proposed             ON signal (proposed, due, seq) WHERE proposed IS NOT NULL;
CREATE INDEX asked                ON signal (due, seq, asked)
  WHERE asked IS NOT NULL AND state IN ('offered', 'accepted', 'answered');

-- The events of all signals in the order in which they were recorded.
CREATE UNIQUE INDEX in_order ON event (step);

-- Each step of the escalation sounds once for each broken promise.
CREATE UNIQUE INDEX escalated_once ON event (signal, promise, promised, after_days) WHERE kind = 'escalated';

-- The second lock: what is recorded stays.

CREATE TRIGGER signal_is_recorded_once BEFORE INSERT ON signal
WHEN EXISTS (SELECT 1 FROM signal WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM signal WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM signal WHERE sender = NEW.sender AND reference = NEW.reference AND reference IS NOT NULL)
BEGIN SELECT RAISE(IGNORE); END; -- what ON CONFLICT DO NOTHING would do; thus INSERT OR REPLACE does it too

CREATE TRIGGER signal_is_never_edited
BEFORE UPDATE OF seq, id, sender, contact, reference, reported_at, age_months, area, urgency, discussed ON signal
BEGIN SELECT RAISE(ABORT, 'a signal is recorded once and never edited'); END;

CREATE TRIGGER signal_is_never_deleted BEFORE DELETE ON signal
BEGIN SELECT RAISE(ABORT, 'a signal is never deleted'); END;

CREATE TRIGGER grounds_are_recorded_once BEFORE INSERT ON grounds
WHEN EXISTS (SELECT 1 FROM grounds WHERE number = NEW.number OR seal = NEW.seal)
BEGIN SELECT RAISE(ABORT, 'grounds are recorded once'); END;

CREATE TRIGGER grounds_are_never_edited BEFORE UPDATE ON grounds
BEGIN SELECT RAISE(ABORT, 'grounds are never edited'); END;

CREATE TRIGGER grounds_are_never_deleted BEFORE DELETE ON grounds
BEGIN SELECT RAISE(ABORT, 'grounds are never deleted'); END;

CREATE TRIGGER event_is_never_edited BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never edited'); END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;

CREATE TRIGGER words_come_with_their_event BEFORE INSERT ON words
WHEN EXISTS (SELECT 1 FROM event WHERE signal = NEW.signal AND number = NEW.number)
  OR EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND number = NEW.number AND part = NEW.part)
BEGIN SELECT RAISE(ABORT, 'words come with their event, once'); END;

CREATE TRIGGER words_are_never_edited BEFORE UPDATE ON words
BEGIN SELECT RAISE(ABORT, 'words are never edited'); END;

CREATE TRIGGER words_are_never_deleted BEFORE DELETE ON words
BEGIN SELECT RAISE(ABORT, 'words are never deleted'); END;

CREATE TRIGGER export_is_recorded_once BEFORE INSERT ON export
WHEN EXISTS (SELECT 1 FROM export WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'an export is recorded once'); END;

CREATE TRIGGER export_is_never_edited BEFORE UPDATE ON export
BEGIN SELECT RAISE(ABORT, 'an export is never edited'); END;

CREATE TRIGGER export_is_never_deleted BEFORE DELETE ON export
BEGIN SELECT RAISE(ABORT, 'an export is never deleted'); END;

-- The second lock: what may follow, and from whom.

CREATE TRIGGER signal_begins_offered BEFORE INSERT ON signal
WHEN NOT (NEW.state = 'offered' AND NEW.events = 1 AND NEW.declines = 0 AND NEW.proposed IS NULL AND NEW.asked IS NULL
  AND NEW.last_at = NEW.reported_at)
BEGIN SELECT RAISE(ABORT, 'a signal begins as offered'); END;

CREATE TRIGGER event_has_the_next_number BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE signal = NEW.signal AND number = NEW.number)
  OR NEW.number <> (SELECT CASE NEW.kind WHEN 'reported' THEN 1 ELSE events + 1 END FROM signal WHERE seq = NEW.signal)
BEGIN SELECT RAISE(ABORT, 'an event has the next number'); END;

CREATE TRIGGER event_may_follow BEFORE INSERT ON event
WHEN NOT EXISTS (
  SELECT 1 FROM signal s WHERE s.seq = NEW.signal AND CASE NEW.kind
    WHEN 'reported' THEN
      s.events = 1 AND NEW.by_organisation = s.sender AND NEW.at = s.reported_at AND NEW.to_organisation = s.owner
      AND NEW.topics = s.topics AND NEW.level = s.level AND NEW.accept_by = s.accept_by AND NEW.feedback_by = s.feedback_by
      AND NEW.coordinator = s.coordinator AND NEW.basis = s.basis
    WHEN 'accepted' THEN
      s.state = 'offered' AND NEW.by_organisation = s.owner
    WHEN 'declined' THEN
      s.state IN ('offered', 'accepted') AND NEW.by_organisation = s.owner AND s.owner <> s.coordinator
      AND NEW.to_organisation <> s.owner AND NEW.to_organisation IN (NEW.suggested, s.coordinator)
      AND (s.declines = 0 OR NEW.to_organisation = s.coordinator)
    WHEN 'transfer-proposed' THEN
      s.state IN ('offered', 'accepted') AND NEW.by_organisation = s.owner AND NEW.to_organisation <> s.owner
    WHEN 'transfer-taken' THEN
      s.state IN ('offered', 'accepted') AND NEW.by_organisation IS s.proposed
    WHEN 'transfer-refused' THEN
      s.state IN ('offered', 'accepted') AND NEW.by_organisation IS s.proposed
    WHEN 'assigned' THEN
      s.state IN ('offered', 'accepted', 'answered') AND NEW.by_organisation = s.coordinator AND NEW.to_organisation <> s.owner
    WHEN 'rerouted' THEN
      s.state IN ('offered', 'accepted', 'answered') AND NEW.by_organisation = s.coordinator AND NEW.to_organisation <> s.owner
      AND NEW.feedback_by = s.feedback_by AND (s.level = 'full' OR NEW.level = 'status-only')
    WHEN 'involved' THEN
      s.state IN ('offered', 'accepted', 'answered') AND NEW.by_organisation IN (s.owner, s.coordinator)
      AND NEW.to_organisation NOT IN (s.owner, s.sender) AND NEW.to_organisation <> NEW.by_organisation
    WHEN 'asked' THEN
      s.state IN ('offered', 'accepted', 'answered') AND NEW.by_organisation = s.owner
    WHEN 'amended' THEN
      s.state IN ('offered', 'accepted', 'answered') AND NEW.by_organisation = s.owner AND NEW.topics <> s.topics
    WHEN 'replied' THEN
      s.state IN ('offered', 'accepted', 'answered') AND (NEW.by_organisation = s.sender OR EXISTS (
        -- Involved, and not made the owner since: an owner is no longer merely involved.
        SELECT 1 FROM event i WHERE i.signal = s.seq
          AND ((i.kind = 'involved' AND i.to_organisation = NEW.by_organisation)
            OR (i.kind IN ('reported', 'rerouted') AND ' ' || i.involved || ' ' LIKE '% ' || NEW.by_organisation || ' %'))
          AND NOT EXISTS (SELECT 1 FROM event o WHERE o.signal = s.seq AND o.number >= i.number
            AND ((o.kind IN ('declined', 'assigned', 'rerouted') AND o.to_organisation = NEW.by_organisation)
              OR (o.kind = 'transfer-taken' AND o.by_organisation = NEW.by_organisation)))))
      AND (NEW.question IS NULL OR EXISTS (
        SELECT 1 FROM event q WHERE q.signal = s.seq AND q.number = NEW.question AND q.kind = 'asked'
          AND q.to_organisation = NEW.by_organisation))
    WHEN 'feedback-interim' THEN
      s.state IN ('offered', 'accepted') AND NEW.by_organisation = s.owner AND (s.level = 'full' OR NEW.level = 'status-only')
    WHEN 'feedback-final' THEN
      s.state IN ('offered', 'accepted') AND NEW.by_organisation = s.owner AND (s.level = 'full' OR NEW.level = 'status-only')
    WHEN 'confirmed' THEN
      s.state = 'answered' AND NEW.by_organisation = s.sender
    WHEN 'rejected' THEN
      s.state = 'answered' AND NEW.by_organisation = s.sender
    WHEN 'closed-unconfirmed' THEN
      s.state = 'answered' AND NEW.by_organisation IN (s.owner, s.coordinator)
    WHEN 'reopened' THEN
      s.state = 'closed' AND NEW.by_organisation IN (s.sender, s.owner, s.coordinator)
    WHEN 'withdrawn' THEN
      s.state IN ('offered', 'accepted') AND NEW.by_organisation = s.sender
    WHEN 'escalated' THEN
      NEW.by_organisation = s.coordinator AND CASE NEW.promise
        WHEN 'accept' THEN s.state = 'offered' AND NEW.promised = s.accept_by
        WHEN 'feedback' THEN s.state IN ('offered', 'accepted') AND NEW.promised = s.feedback_by
        WHEN 'confirm' THEN s.state = 'answered' AND NEW.promised = s.confirm_by
      END
  END)
BEGIN SELECT RAISE(ABORT, 'this event cannot follow, or not from this organisation'); END;

CREATE TRIGGER event_is_the_next_step BEFORE INSERT ON event
WHEN NEW.step <> (SELECT coalesce(max(step), 0) + 1 FROM event)
BEGIN SELECT RAISE(ABORT, 'steps follow on one another'); END;

CREATE TRIGGER event_seals_its_words BEFORE INSERT ON event
WHEN (NEW.words IS NOT NULL) <> EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'an event seals its words, and nothing else'); END;

CREATE TRIGGER event_says_what_it_must BEFORE INSERT ON event
WHEN CASE
    WHEN NEW.kind = 'reported' THEN
      NOT EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND number = 1 AND part = 'seen')
      OR EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND number = 1 AND part = 'why-not-discussed')
        <> (SELECT discussed = 'no' FROM signal WHERE seq = NEW.signal)
    WHEN NEW.kind IN ('assigned', 'rerouted', 'asked', 'replied', 'rejected', 'reopened', 'withdrawn') OR NEW.level = 'full' THEN
      NOT EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND number = NEW.number)
    WHEN NEW.level = 'status-only' OR NEW.kind IN ('accepted', 'transfer-taken', 'involved', 'closed-unconfirmed', 'escalated') THEN
      EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND number = NEW.number)
  END
BEGIN SELECT RAISE(ABORT, 'this event must, or must not, have words'); END;

CREATE TRIGGER standing_follows_an_event BEFORE UPDATE ON signal
WHEN NOT EXISTS (
  SELECT 1 FROM event e WHERE e.signal = OLD.seq AND e.number = NEW.events AND NEW.events = OLD.events + 1
    AND NEW.last_at = CASE WHEN e.kind = 'escalated' THEN OLD.last_at ELSE e.at END
    AND NEW.state = CASE
      WHEN e.kind IN ('declined', 'assigned', 'rerouted') THEN 'offered'
      WHEN e.kind IN ('accepted', 'transfer-taken', 'feedback-interim', 'rejected', 'reopened') THEN 'accepted'
      WHEN e.kind = 'feedback-final' THEN 'answered'
      WHEN e.kind IN ('confirmed', 'closed-unconfirmed') THEN 'closed'
      WHEN e.kind = 'withdrawn' THEN 'withdrawn'
      ELSE OLD.state END
    AND NEW.owner = CASE
      WHEN e.kind IN ('declined', 'assigned', 'rerouted') THEN e.to_organisation
      WHEN e.kind = 'transfer-taken' THEN e.by_organisation
      ELSE OLD.owner END
    AND NEW.coordinator = CASE WHEN e.kind = 'rerouted' THEN e.coordinator ELSE OLD.coordinator END
    AND NEW.basis = CASE WHEN e.kind = 'rerouted' THEN e.basis ELSE OLD.basis END
    AND NEW.level = CASE WHEN e.kind = 'rerouted' THEN e.level ELSE OLD.level END
    AND NEW.feedback_by = CASE WHEN e.kind IN ('rejected', 'reopened') THEN e.feedback_by ELSE OLD.feedback_by END
    AND NEW.accept_by IS CASE
      WHEN e.kind IN ('declined', 'assigned', 'rerouted') THEN e.accept_by
      WHEN NEW.state = 'offered' THEN OLD.accept_by END
    AND NEW.confirm_by IS CASE
      WHEN e.kind = 'feedback-final' THEN e.confirm_by
      WHEN NEW.state IN ('answered', 'closed') THEN OLD.confirm_by END
    AND NEW.topics = CASE WHEN e.kind = 'amended' THEN e.topics ELSE OLD.topics END
    AND NEW.proposed IS CASE
      WHEN e.kind = 'transfer-proposed' THEN e.to_organisation
      WHEN e.kind IN ('transfer-taken', 'transfer-refused', 'declined', 'assigned', 'rerouted', 'feedback-final', 'withdrawn') THEN NULL
      ELSE OLD.proposed END
    AND NEW.asked IS CASE
      WHEN e.kind IN ('asked', 'replied', 'declined', 'transfer-taken', 'assigned', 'rerouted') THEN (
        SELECT group_concat(q.to_organisation, ' ') FROM event q WHERE q.signal = OLD.seq AND q.kind = 'asked'
          AND NOT EXISTS (SELECT 1 FROM event r WHERE r.signal = OLD.seq AND r.kind = 'replied' AND r.question = q.number)
          -- An owner asks and never replies: a question ends when who was asked becomes the owner, unless it is the sender.
          AND (q.to_organisation = OLD.sender OR NOT EXISTS (SELECT 1 FROM event o WHERE o.signal = OLD.seq AND o.number > q.number
            AND ((o.kind IN ('declined', 'assigned', 'rerouted') AND o.to_organisation = q.to_organisation)
              OR (o.kind = 'transfer-taken' AND o.by_organisation = q.to_organisation)))))
      ELSE OLD.asked END
    AND NEW.declines = OLD.declines + (e.kind = 'declined'))
BEGIN SELECT RAISE(ABORT, 'a signal moves only with the event that moves it'); END;
