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
  -- What an event says too is checked there: the two are the same.
  seq         INTEGER PRIMARY KEY CHECK (seq > 0),                -- the order of recording, whatever the clocks said
  id          TEXT NOT NULL CHECK (id GLOB
    '[0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]'),
  sender      TEXT NOT NULL,
  contact     TEXT CHECK (length(contact) BETWEEN 1 AND 200),     -- the person who sends; for owner and sender only
  reference   TEXT CHECK (length(reference) BETWEEN 1 AND 64),    -- the number in the sender's own system
  reported_at TEXT NOT NULL,
  age_months  INTEGER CHECK (age_months BETWEEN -1 AND 1560),     -- -1: not born yet; NULL: not known
  area        TEXT CHECK (length(area) BETWEEN 1 AND 64),         -- NULL: not known
  urgency     TEXT NOT NULL CHECK (urgency IN ('acute', 'urgent', 'normal', 'fyi')),
  discussed   TEXT NOT NULL CHECK (discussed IN ('yes', 'no')),   -- with the family; why not stands in words
  -- Where it stands.
  state       TEXT NOT NULL,                                      -- offered, accepted, answered, closed or withdrawn
  owner       TEXT NOT NULL,
  coordinator TEXT NOT NULL,
  basis       TEXT NOT NULL,                                      -- why this owner, as the map last decided
  level       TEXT NOT NULL,
  topics      TEXT NOT NULL,                                      -- the main one first, a space between
  accept_by   TEXT,
  feedback_by TEXT NOT NULL,
  confirm_by  TEXT,
  proposed    TEXT,                                               -- asked to take it over, and has not said
  asked       TEXT,                                               -- of whom a question waits for its reply, a space between
  declines    INTEGER NOT NULL,
  events      INTEGER NOT NULL,                                   -- the number of the last event
  last_at     TEXT NOT NULL,                                      -- of the last event, alarms aside: they break no silence
  due         TEXT GENERATED ALWAYS AS                            -- the promise that runs now
    (CASE state WHEN 'offered' THEN min(accept_by, feedback_by) WHEN 'accepted' THEN feedback_by WHEN 'answered' THEN confirm_by END)
    VIRTUAL,
  -- A signal stands where its last event left it: neither can be stored without the other.
  FOREIGN KEY (seq, events) REFERENCES event (signal, number) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE event_kind (
  -- The rules of a signal's life, for each kind of event. Never changed; src/domain/lifecycle has the same.
  kind     TEXT NOT NULL PRIMARY KEY,
  parties  TEXT NOT NULL, -- from whom it may come
  states   TEXT NOT NULL, -- where the signal then stands
  leads_to TEXT,          -- where it stands afterwards; NULL: where it did
  fills    TEXT NOT NULL  -- the columns of an event that it fills: 1 always, 0 never, _ sometimes; as event_keeps_the_rules reads them
) STRICT, WITHOUT ROWID;

INSERT INTO event_kind (kind, parties, states, leads_to, fills) VALUES
  --                                                                                to_organisation suggested decline_reason question
  --                                                                                |    topics involved basis coordinator grounds
  --                                                                                |    |     outcome channel level
  --                                                                                |    |     |   promise promised after_days told
  --                                                                                |    |     |   |    accept_by feedback_by confirm_by
  --                                                                                |    |     |   |    |   words
  ('reported',           'sender',                   'offered',                   'offered',   '1000 11111 001 0000 110 1'),
  ('accepted',           'owner',                    'offered',                   'accepted',  '0000 00000 000 0000 000 0'),
  ('declined',           'owner',                    'offered accepted',          'offered',   '1_10 00000 000 0000 100 _'),
  ('transfer-proposed',  'owner',                    'offered accepted',          NULL,        '1000 00000 000 0000 000 _'),
  ('transfer-taken',     'proposed',                 'offered accepted',          'accepted',  '0000 00000 000 0000 000 0'),
  ('transfer-refused',   'proposed',                 'offered accepted',          NULL,        '0000 00000 000 0000 000 _'),
  ('assigned',           'coordinator',              'offered accepted answered', 'offered',   '1000 00000 000 0000 100 1'),
  ('rerouted',           'coordinator',              'offered accepted answered', 'offered',   '1000 01111 001 0000 110 1'),
  ('involved',           'owner coordinator',        'offered accepted answered', NULL,        '1000 00000 000 0000 000 0'),
  ('asked',              'owner',                    'offered accepted answered', NULL,        '1000 00000 000 0000 000 1'),
  ('replied',            'sender involved',          'offered accepted answered', NULL,        '000_ 00000 000 0000 000 1'),
  ('amended',            'owner',                    'offered accepted answered', NULL,        '0000 10000 000 0000 000 _'),
  ('feedback-interim',   'owner',                    'offered accepted',          'accepted',  '0000 00000 011 0000 000 _'),
  ('feedback-final',     'owner',                    'offered accepted',          'answered',  '0000 00000 111 0000 001 _'),
  ('confirmed',          'sender',                   'answered',                  'closed',    '0000 00000 000 0000 000 _'),
  ('rejected',           'sender',                   'answered',                  'accepted',  '0000 00000 000 0000 010 1'),
  ('closed-unconfirmed', 'owner coordinator',        'answered',                  'closed',    '0000 00000 000 0000 000 0'),
  ('reopened',           'sender owner coordinator', 'closed',                    'accepted',  '0000 00000 000 0000 010 1'),
  ('withdrawn',          'sender',                   'offered accepted',          'withdrawn', '0000 00000 000 0000 000 1'),
  ('escalated',          'coordinator',              'offered accepted answered', NULL,        '0000 00000 000 1111 000 0');

CREATE TABLE grounds (
  -- Why the map decided so, as it was explained to the sender, and which map it was. Many decisions have the same grounds, which are kept
  -- once; a later map never rewrites them.
  number     INTEGER PRIMARY KEY CHECK (number > 0),
  seal       TEXT NOT NULL UNIQUE CHECK (length(seal) = 32), -- of both texts
  map_digest TEXT NOT NULL,
  reason     TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  -- What happened to a signal, in order, appended only.
  signal          INTEGER NOT NULL REFERENCES signal (seq),
  number          INTEGER NOT NULL CHECK (number >= 1),
  kind            TEXT NOT NULL,
  at              TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  by_organisation TEXT NOT NULL CHECK (length(by_organisation) BETWEEN 1 AND 64 AND by_organisation NOT GLOB '*[^a-z0-9-]*'),
  to_organisation TEXT CHECK (length(to_organisation) BETWEEN 1 AND 64 AND to_organisation NOT GLOB '*[^a-z0-9-]*'),
  suggested       TEXT,     -- the owner that who declined suggests
  decline_reason  TEXT CHECK (decline_reason IN (
    'other-area', 'other-age', 'other-topic', 'runs-elsewhere', 'too-little-known', 'no-capacity', 'no-ground')),
  question        INTEGER CHECK (question < number), -- the number of the event that asked
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
  words           TEXT CHECK (length(words) = 32), -- the seal of what was written, and of the contact
  step            INTEGER NOT NULL CHECK (step > 0), -- its place among the events of all signals: 1, 2, 3 …
  seal            TEXT NOT NULL CHECK (length(seal) = 32), -- of this event and the seal of the step before
  makes_owner     TEXT GENERATED ALWAYS AS              -- to whom the signal goes, when it goes to somebody
    (CASE WHEN kind = 'transfer-taken' THEN by_organisation WHEN accept_by IS NOT NULL THEN to_organisation END) VIRTUAL,
  PRIMARY KEY (signal, number),
  CHECK ((kind = 'reported') = (number = 1)),
  CHECK ((responsibility IS NOT NULL) = (basis IS 'rule')),
  CHECK (channel IS NULL OR (words IS NOT NULL) = (level = 'full')) -- of feedback: no words where the map lets none through
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
  seal            TEXT NOT NULL CHECK (length(seal) = 32) -- of this row and the seal of the one before
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

CREATE TRIGGER rules_are_never_added BEFORE INSERT ON event_kind
BEGIN SELECT RAISE(ABORT, 'the rules are never changed'); END;

CREATE TRIGGER rules_are_never_edited BEFORE UPDATE ON event_kind
BEGIN SELECT RAISE(ABORT, 'the rules are never changed'); END;

CREATE TRIGGER rules_are_never_deleted BEFORE DELETE ON event_kind
BEGIN SELECT RAISE(ABORT, 'the rules are never changed'); END;

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

CREATE TRIGGER event_keeps_the_rules BEFORE INSERT ON event
BEGIN
  SELECT RAISE(ABORT, 'an event has the next number')
  WHERE EXISTS (SELECT 1 FROM event WHERE signal = NEW.signal AND number = NEW.number)
    OR NEW.number > 1 AND NEW.number <> (SELECT events + 1 FROM signal WHERE seq = NEW.signal);

  SELECT RAISE(ABORT, 'steps follow on one another')
  WHERE NEW.step <> (SELECT coalesce(max(step), 0) + 1 FROM event);

  SELECT RAISE(ABORT, 'an event seals its words, and nothing else')
  WHERE (NEW.words IS NOT NULL) <> EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND number = NEW.number);

  SELECT RAISE(ABORT, 'this kind of event fills other columns')
  WHERE (NEW.to_organisation IS NOT NULL) || (NEW.suggested IS NOT NULL) || (NEW.decline_reason IS NOT NULL) || (NEW.question IS NOT NULL)
    || ' ' || (NEW.topics IS NOT NULL) || (NEW.involved IS NOT NULL) || (NEW.basis IS NOT NULL) || (NEW.coordinator IS NOT NULL)
    || (NEW.grounds IS NOT NULL) || ' ' || (NEW.outcome IS NOT NULL) || (NEW.channel IS NOT NULL) || (NEW.level IS NOT NULL) || ' '
    || (NEW.promise IS NOT NULL) || (NEW.promised IS NOT NULL) || (NEW.after_days IS NOT NULL) || (NEW.told IS NOT NULL) || ' '
    || (NEW.accept_by IS NOT NULL) || (NEW.feedback_by IS NOT NULL) || (NEW.confirm_by IS NOT NULL) || ' ' || (NEW.words IS NOT NULL)
    NOT LIKE (SELECT fills FROM event_kind WHERE kind = NEW.kind);

  SELECT RAISE(ABORT, 'a report says what was seen, and why it was not discussed')
  WHERE NEW.number = 1 AND (
    NOT EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND number = 1 AND part = 'seen')
    OR EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND number = 1 AND part = 'why-not-discussed')
      <> (SELECT discussed = 'no' FROM signal WHERE seq = NEW.signal));

  SELECT RAISE(ABORT, 'this event cannot follow, or not from this organisation')
  WHERE NOT EXISTS (
    SELECT 1 FROM signal JOIN event_kind ON kind = NEW.kind WHERE seq = NEW.signal
      AND instr(states, state)
      AND (instr(parties, 'sender') AND NEW.by_organisation = sender
        OR instr(parties, 'owner') AND NEW.by_organisation = owner
        OR instr(parties, 'coordinator') AND NEW.by_organisation = coordinator
        OR instr(parties, 'proposed') AND NEW.by_organisation = proposed
        -- Involved, and not made the owner since: an owner is no longer merely involved.
        OR instr(parties, 'involved') AND EXISTS (
          SELECT 1 FROM event i WHERE i.signal = seq
            AND (i.kind = 'involved' AND i.to_organisation = NEW.by_organisation
              OR ' ' || i.involved || ' ' LIKE '% ' || NEW.by_organisation || ' %')
            AND NOT EXISTS (SELECT 1 FROM event o WHERE o.signal = seq AND o.number >= i.number AND o.makes_owner = NEW.by_organisation)))
      -- What could not be told to the sender stays untold.
      AND (level = 'full' OR NEW.level IS NOT 'full')
      AND CASE NEW.kind
        WHEN 'reported' THEN
          (events, declines, proposed, asked, reported_at, last_at, owner, topics, level, accept_by, feedback_by, coordinator, basis)
          IS (1, 0, NULL, NULL, NEW.at, NEW.at, NEW.to_organisation, NEW.topics, NEW.level, NEW.accept_by, NEW.feedback_by,
            NEW.coordinator, NEW.basis)
        WHEN 'declined' THEN
          owner <> coordinator AND NEW.to_organisation IN (NEW.suggested, coordinator)
          AND (declines = 0 OR NEW.to_organisation = coordinator)
        WHEN 'rerouted' THEN NEW.feedback_by = feedback_by
        WHEN 'involved' THEN NEW.to_organisation NOT IN (sender, NEW.by_organisation)
        WHEN 'amended' THEN NEW.topics <> topics
        WHEN 'replied' THEN NEW.question IS NULL OR EXISTS (
          SELECT 1 FROM event q
          WHERE q.signal = seq AND q.number = NEW.question AND q.kind = 'asked' AND q.to_organisation = NEW.by_organisation)
        WHEN 'escalated' THEN NEW.promised = CASE NEW.promise
          WHEN 'accept' THEN accept_by
          WHEN 'feedback' THEN CASE WHEN state <> 'answered' THEN feedback_by END
          WHEN 'confirm' THEN confirm_by END
        ELSE TRUE END
      AND (NEW.to_organisation IS NOT owner OR NEW.kind IN ('reported', 'asked')));
END;

CREATE TRIGGER standing_follows_an_event BEFORE UPDATE ON signal
WHEN NOT EXISTS (
  SELECT 1 FROM event JOIN event_kind USING (kind)
  WHERE signal = OLD.seq AND number = NEW.events AND NEW.events = OLD.events + 1
    AND (NEW.state, NEW.owner, NEW.coordinator, NEW.basis, NEW.topics, NEW.feedback_by)
      = (coalesce(leads_to, OLD.state), coalesce(makes_owner, OLD.owner), coalesce(coordinator, OLD.coordinator),
        coalesce(basis, OLD.basis), coalesce(topics, OLD.topics), coalesce(feedback_by, OLD.feedback_by))
    AND NEW.level = CASE WHEN basis IS NULL THEN OLD.level ELSE level END
    AND NEW.last_at = CASE WHEN kind = 'escalated' THEN OLD.last_at ELSE at END
    AND NEW.declines = OLD.declines + (decline_reason IS NOT NULL)
    AND NEW.accept_by IS CASE WHEN NEW.state = 'offered' THEN coalesce(accept_by, OLD.accept_by) END
    AND NEW.confirm_by IS CASE WHEN NEW.state IN ('answered', 'closed') THEN coalesce(confirm_by, OLD.confirm_by) END
    AND NEW.proposed IS CASE
      WHEN kind = 'transfer-proposed' THEN to_organisation
      WHEN NEW.state IN ('offered', 'accepted') AND makes_owner IS NULL AND kind <> 'transfer-refused' THEN OLD.proposed END
    AND NEW.asked IS (
      SELECT group_concat(q.to_organisation, ' ') FROM event q WHERE q.signal = OLD.seq AND q.kind = 'asked'
        AND NOT EXISTS (SELECT 1 FROM event r WHERE r.signal = OLD.seq AND r.question = q.number)
        -- An owner asks and never replies: a question ends when who was asked becomes the owner, unless it is the sender.
        AND (q.to_organisation = OLD.sender OR NOT EXISTS (
          SELECT 1 FROM event o WHERE o.signal = OLD.seq AND o.number > q.number AND o.makes_owner = q.to_organisation))))
BEGIN SELECT RAISE(ABORT, 'a signal moves only with the event that moves it'); END;
