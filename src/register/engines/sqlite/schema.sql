-- The register of seinhuis. A draft: until the first release a register of another draft is refused, not upgraded.
--
-- The record: `event`, what happened to a signal, and what came with it: `facts`, `contact` and `words`, each sealed by its event and kept
-- apart, since fewer people read them and they can be erased alone; `grounds` and `as_was`, which many events share. Appended, never changed.
--
-- What the database makes of it: `signal`, where each signal stands today, and `reader`, who reads it beside sender, owner and coordinator.
-- Both are written by the triggers `report_makes_its_signal` and `event_moves_its_signal` and by nobody else, so neither an event nor a
-- move can be stored without the other.
--
-- The triggers are a second lock on the rules of src/domain: whoever writes here without seinhuis meets the same rules, whether foreign keys
-- are looked at or not, and whatever a statement says to do on a conflict. They are judged at the moment of writing; the clock is none of the
-- database's business.
--
-- That a value is one of a few codes is asked with instr, between upright strokes: IN would make a table of its own for each row that is
-- written.
--
-- A seal is a hash (src/register/audit/hash_chain.rs). Each event's goes over all that was recorded with it and over the seal of the event before
-- it: what is changed, added or lost afterwards is found by `register verify`.
--
-- SQLite's length and GLOB end at a character NUL: octet_length says that nothing stands behind it, and that all is ASCII.

CREATE TABLE origin (
  -- Of this register as a whole; one row, never changed.
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  schema TEXT NOT NULL,                                  -- the digest of the draft that made it
  trial  TEXT NOT NULL CHECK (trial IN ('yes', 'no'))    -- whether it was made under a clock that was set: to try with
) STRICT;

CREATE TABLE event_kind (
  -- The rules of a signal's life, for each kind of event. Never changed; src/domain/lifecycle has the same.
  kind      TEXT NOT NULL PRIMARY KEY,
  parties   TEXT NOT NULL, -- from whom it may come
  states    TEXT NOT NULL, -- where the signal then stands
  leads_to  TEXT,          -- where it stands afterwards; NULL: where it did
  undoable  TEXT NOT NULL CHECK (undoable IN ('yes', 'no')), -- whether who brought it about can take it back
  fills     TEXT NOT NULL  -- the columns of an event that it fills: 1 always, 0 never, _ sometimes; as event_keeps_the_rules reads them
) STRICT, WITHOUT ROWID;

INSERT INTO event_kind (kind, parties, states, leads_to, undoable, fills) VALUES
  --                                                                                                     id to_organisation suggested decline_reason question undone_first undone_last
  --                                                                                                     |       topics involved claimants basis coordinator map_digest
  --                                                                                                     |       |     outcome handed_to channel level
  --                                                                                                     |       |     |    promise promised after_days informed
  --                                                                                                     |       |     |    |    accept_by feedback_by confirm_by
  --                                                                                                     |       |     |    |    |   responsibility knows_family grounds facts contact words
  ('reported',           '',                            '',                         'offered',   'no',  '1100000 111110 0001 0000 110 _111_1'),
  ('family-known',       'owner sender',                'offered accepted answered',NULL,        'no',  '0100000 000000 0000 0000 000 0000_0'),
  ('accepted',           'owner claimant',              'offered',                  'accepted',  'yes', '0000000 000000 0000 0000 000 0000_0'),
  ('declined',           'owner',                       'offered accepted',         'offered',   'yes', '01_1000 000000 0000 0000 100 0000__'),
  ('claim-declined',     'claimant',                    'offered',                  NULL,        'yes', '0001000 000000 0000 0000 000 0000__'),
  ('transfer-proposed',  'owner',                       'offered accepted',         NULL,        'no',  '0100000 000000 0000 0000 000 0000__'),
  ('transfer-taken',     'proposed',                    'offered accepted',         'accepted',  'no',  '0000000 000000 0000 0000 000 0000_0'),
  ('transfer-refused',   'proposed',                    'offered accepted',         NULL,        'no',  '0000000 000000 0000 0000 000 0000__'),
  ('transfer-ended',     'owner',                       'offered accepted',         NULL,        'no',  '0000000 000000 0000 0000 000 0000_0'),
  ('assigned',           'coordinator',                 'offered accepted',         'offered',   'yes', '0100000 000000 0000 0000 100 0000_1'),
  ('rerouted',           'coordinator',                 'offered accepted',         'offered',   'no',  '0100000 011110 0001 0000 110 _111_1'),
  ('involved',           'owner coordinator',           'offered accepted answered',NULL,        'yes', '0100000 000000 0000 0000 000 0000_0'),
  ('uninvolved',         'owner coordinator',           'offered accepted answered',NULL,        'yes', '0100000 000000 0000 0000 000 0000_0'),
  ('asked',              'owner',                       'offered accepted answered',NULL,        'yes', '0100000 000000 0000 0000 000 0000_1'),
  ('replied',            'sender involved',             'offered accepted answered',NULL,        'yes', '0000_00 000000 0000 0000 000 0000_1'),
  ('amended',            'owner',                       'offered accepted answered',NULL,        'yes', '0000000 100000 0000 0000 000 0000__'),
  ('corrected',          'sender owner coordinator',    'offered accepted answered',NULL,        'yes', '0_00000 0___10 000_ 0000 _10 ___1__'),
  ('feedback-interim',   'owner',                       'offered accepted',         'accepted',  'yes', '0000000 000000 0011 0000 000 0000__'),
  ('feedback-final',     'owner',                       'offered accepted',         'answered',  'yes', '0000000 000000 1_11 0000 001 0000__'),
  ('heard',              'sender',                      'offered accepted',         'answered',  'yes', '0000000 000000 1010 0000 001 0000__'),
  ('confirmed',          'confirmer',                   'answered',                 'closed',    'yes', '0000000 000000 0000 0000 000 0000__'),
  ('rejected',           'confirmer',                   'answered',                 'accepted',  'yes', '0_00000 000000 0000 0000 _10 0000_1'),
  ('closed-unconfirmed', 'answerer owner coordinator',  'answered',                 'closed',    'yes', '0000000 000000 0000 0000 000 0000_0'),
  ('reopened',           'sender owner coordinator',    'closed',                   'accepted',  'no',  '0_00000 000000 0000 0000 _10 0000_1'),
  ('withdrawn',          'sender',                      'offered',                  'withdrawn', 'yes', '0000000 000000 0000 0000 000 0000_1'),
  ('undone',             'author',                      'offered accepted answered closed withdrawn', NULL, 'no',  '0000011 000000 0000 0000 000 0000_0'),
  ('escalated',          'coordinator',                 'offered accepted answered',NULL,        'no',  '0000000 000000 0000 1111 000 0000_0'),
  -- Whoever brings a history in stands in no row: it need only be one that came in.
  ('imported',           '',                            'offered accepted answered closed withdrawn', NULL, 'no',  '0000000 000000 0000 0000 000 0000_0'),
  -- The map says who coordinates it, and any of its organisations may be the one whose step needs to know.
  ('coordinator-changed', '',                           'offered accepted answered closed withdrawn', NULL, 'no',  '0000000 000011 0000 0000 000 0000_0');

CREATE TABLE grounds (
  -- Why the map decided so, as it was explained to the sender, and which map it was. Many decisions have the same grounds, which are kept
  -- once; a later map never rewrites them.
  number     INTEGER PRIMARY KEY CHECK (number > 0),
  seal       TEXT NOT NULL CHECK (length(seal) = 32 AND octet_length(seal) = 32 AND seal NOT GLOB '*[^0-9a-f]*'), -- of both texts
  map_digest TEXT NOT NULL,
  reason     TEXT NOT NULL
) STRICT;

CREATE TABLE as_was (
  -- What an organisation was called and how it was reached when it did something; kept once for each content.
  number INTEGER PRIMARY KEY CHECK (number > 0),
  seal   TEXT NOT NULL CHECK (length(seal) = 32 AND octet_length(seal) = 32 AND seal NOT GLOB '*[^0-9a-f]*'), -- of all three texts
  name   TEXT NOT NULL CHECK (length(name) > 0),
  phone  TEXT CHECK (length(phone) > 0),
  email  TEXT CHECK (length(email) > 0)
) STRICT;

CREATE TABLE event (
  -- What happened to a signal, in order, appended only.
  signal          INTEGER NOT NULL CHECK (signal > 0), -- its place in the order of recording
  number          INTEGER NOT NULL CHECK (number > 0),
  kind            TEXT NOT NULL,
  at              TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', at) IS at),
  by_organisation TEXT NOT NULL CHECK (octet_length(by_organisation) BETWEEN 1 AND 64 AND length(by_organisation) = octet_length(by_organisation)
    AND by_organisation NOT GLOB '*[^a-z0-9-]*' AND by_organisation NOT GLOB '-*' AND by_organisation NOT GLOB '*-'),
  via             TEXT NOT NULL CHECK (via IN ('terminal', 'import')),
  as_was          INTEGER REFERENCES as_was (number),
  id              TEXT CHECK (id GLOB
    '[0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]'
    AND octet_length(id) = 8),
  to_organisation TEXT CHECK (octet_length(to_organisation) BETWEEN 1 AND 64 AND length(to_organisation) = octet_length(to_organisation)
    AND to_organisation NOT GLOB '*[^a-z0-9-]*' AND to_organisation NOT GLOB '-*' AND to_organisation NOT GLOB '*-'),
  suggested       TEXT CHECK (octet_length(suggested) BETWEEN 1 AND 64 AND length(suggested) = octet_length(suggested)
    AND suggested NOT GLOB '*[^a-z0-9-]*' AND suggested NOT GLOB '-*' AND suggested NOT GLOB '*-'), -- by who declined
  decline_reason  TEXT CHECK (
    instr('|other-area|other-age|other-topic|runs-elsewhere|too-little-known|no-capacity|no-ground|',
    '|' || decline_reason || '|') AND instr(decline_reason, '|') = 0),
  question        INTEGER CHECK (question < number), -- the number of the event that asked
  undone_first    INTEGER CHECK (undone_first > 1), -- the number of the first event that is taken back,
  undone_last     INTEGER CHECK (undone_last < number), -- and of the last
  -- The main one first, a space between.
  topics          TEXT CHECK (length(topics) > 0 AND length(topics) = octet_length(topics) AND topics NOT GLOB '*[^a-z0-9/ -]*'),
  -- Who may read because the map says so, a space between.
  involved        TEXT CHECK (length(involved) = octet_length(involved) AND involved NOT GLOB '*[^a-z0-9 -]*'),
  -- Who claims it in a dispute, and may accept it: likewise.
  claimants       TEXT CHECK (length(claimants) = octet_length(claimants) AND claimants NOT GLOB '*[^a-z0-9 -]*'),
  basis           TEXT CHECK (instr('|rule|gap|dispute|', '|' || basis || '|') AND instr(basis, '|') = 0),
  coordinator     TEXT CHECK (octet_length(coordinator) BETWEEN 1 AND 64 AND length(coordinator) = octet_length(coordinator)
    AND coordinator NOT GLOB '*[^a-z0-9-]*' AND coordinator NOT GLOB '-*' AND coordinator NOT GLOB '*-'),
  -- Which map says that another coordinates it.
  map_digest      TEXT CHECK (length(map_digest) > 0),
  -- The last is of what a sender recorded who may hear no more.
  outcome         TEXT CHECK (
    instr('|taken-up|already-known|help-started|handed-over|family-declined|not-reached|not-needed|something-else-found|partly|informed|',
    '|' || outcome || '|') AND instr(outcome, '|') = 0),
  handed_to       TEXT CHECK (octet_length(handed_to) BETWEEN 1 AND 64 AND length(handed_to) = octet_length(handed_to)
    AND handed_to NOT GLOB '*[^a-z0-9-]*' AND handed_to NOT GLOB '-*' AND handed_to NOT GLOB '*-'), -- whom the map knows; others stand in words
  channel         TEXT CHECK (
    instr('|phone|in-person|email|message|letter|here|',
    '|' || channel || '|') AND instr(channel, '|') = 0),
  level           TEXT CHECK (level IN ('full', 'status-only')),
  promise         TEXT CHECK (
    instr('|accept|feedback|confirm|',
    '|' || promise || '|') AND instr(promise, '|') = 0), -- the promise that was broken
  promised        TEXT CHECK (date(promised) IS promised),      -- its last day
  after_days      INTEGER CHECK (after_days BETWEEN 0 AND 255), -- which step of the escalation: so many working days after it
  -- Who was to be informed, a space between.
  informed        TEXT CHECK (length(informed) = octet_length(informed) AND informed NOT GLOB '*[^a-z0-9 -]*'),
  accept_by       TEXT CHECK (date(accept_by) IS accept_by),
  feedback_by     TEXT CHECK (date(feedback_by) IS feedback_by),
  confirm_by      TEXT CHECK (date(confirm_by) IS confirm_by),
  -- What the owner agreed to, in codes of the map; to learn from.
  responsibility  TEXT CHECK (length(responsibility) BETWEEN 1 AND 160
    AND length(responsibility) = octet_length(responsibility) AND responsibility NOT GLOB '*[^ -~]*'),
  knows_family    TEXT CHECK (knows_family IN ('yes', 'no')), -- whether the owner knows the family from a system of her own
  grounds         INTEGER REFERENCES grounds (number), -- of what the map decided
  -- The seals of the row in `facts` (and of the two above), of the row in `contact`, and of the rows in `words`.
  facts           TEXT CHECK (length(facts) = 32 AND octet_length(facts) = 32 AND facts NOT GLOB '*[^0-9a-f]*'),
  contact         TEXT CHECK (length(contact) = 32 AND octet_length(contact) = 32 AND contact NOT GLOB '*[^0-9a-f]*'),
  words           TEXT CHECK (length(words) = 32 AND octet_length(words) = 32 AND words NOT GLOB '*[^0-9a-f]*'),
  step            INTEGER NOT NULL CHECK (step > 0), -- its place among the events of all signals: 1, 2, 3 …
  -- Of this event and the seal of the step before.
  seal            TEXT NOT NULL CHECK (length(seal) = 32 AND octet_length(seal) = 32 AND seal NOT GLOB '*[^0-9a-f]*'),
  makes_owner     TEXT GENERATED ALWAYS AS              -- to whom the signal goes, when it goes to somebody
    (CASE WHEN kind IN ('transfer-taken', 'accepted') THEN by_organisation WHEN accept_by IS NOT NULL THEN to_organisation END) VIRTUAL,
  PRIMARY KEY (signal, number),
  CHECK ((kind = 'reported') = (number = 1)),
  CHECK ((responsibility IS NOT NULL) = (basis IS 'rule')),
  CHECK (claimants IS NULL OR claimants = '' OR basis = 'dispute'),
  CHECK ((accept_by IS NOT NULL) = (to_organisation IS NOT NULL) OR kind NOT IN ('rejected', 'reopened')),
  CHECK (kind = 'heard' OR outcome IS NOT 'informed'),
  CHECK (undone_first <= undone_last),
  -- The map decides all of it, or the facts alone are put right.
  CHECK (kind <> 'corrected' OR (basis IS NULL) = (to_organisation IS NULL) AND (basis IS NULL) = (level IS NULL) AND (basis IS NULL) = (involved IS NULL)
    AND (basis IS NULL) = (claimants IS NULL) AND (basis IS NULL) = (knows_family IS NULL) AND (basis IS NULL) = (grounds IS NULL)
    AND (basis IS NULL OR accept_by IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE VIEW event_that_stands AS
  -- What happened and was not taken back.
  SELECT * FROM event e
  WHERE NOT EXISTS (SELECT 1 FROM event u WHERE u.kind = 'undone' AND u.signal = e.signal AND e.number BETWEEN u.undone_first AND u.undone_last);

CREATE TABLE facts (
  -- What a decision looked at, by the event it came with: what the sender said, and what was known when the map decided again.
  signal     INTEGER NOT NULL CHECK (signal > 0),
  event      INTEGER NOT NULL CHECK (event > 0),
  reference  TEXT CHECK (length(reference) BETWEEN 1 AND 64) CHECK (reference IS NULL OR event = 1), -- the number in the sender's own system
  age_months INTEGER CHECK (age_months BETWEEN -1 AND 1560),     -- -1: not born yet; NULL: not known
  youngest_months INTEGER CHECK (youngest_months BETWEEN -2 AND 1560), -- of the youngest child in the home; -2: there is none
  area       TEXT CHECK (octet_length(area) BETWEEN 1 AND 64 AND length(area) = octet_length(area)
    AND area NOT GLOB '*[^a-z0-9-]*' AND area NOT GLOB '-*' AND area NOT GLOB '*-'), -- of the map; NULL: not known, or outside it
  place      TEXT CHECK (octet_length(place) = 4 AND place GLOB '[1-9][0-9][0-9][0-9]'), -- the digits of a postcode outside the map
  urgency    TEXT NOT NULL CHECK (instr('|acute|urgent|normal|fyi|', '|' || urgency || '|') AND instr(urgency, '|') = 0),
  before_day TEXT CHECK (before_day IS date(before_day)),        -- what will happen, happens on this day; NULL: nothing is known to
  discussed  TEXT NOT NULL CHECK (discussed IN ('yes', 'no')),   -- with the family; why not stands in words
  consent    TEXT NOT NULL CHECK (instr('|yes|no|not-asked|', '|' || consent || '|') AND instr(consent, '|') = 0), -- of the family; why all the same, likewise
  -- Random: without it nobody finds the facts by their seal.
  salt       TEXT NOT NULL CHECK (length(salt) = 32 AND octet_length(salt) = 32 AND salt NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (signal, event),
  CHECK (area IS NULL OR place IS NULL),
  CHECK (discussed = 'yes' OR consent = 'not-asked'), -- nobody agrees with what they do not know
  FOREIGN KEY (signal, event) REFERENCES event (signal, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  -- Who of the organisation did it, and how to reach a person; for owner and sender only.
  signal INTEGER NOT NULL CHECK (signal > 0),
  event  INTEGER NOT NULL CHECK (event > 0),
  person TEXT CHECK (length(person) BETWEEN 1 AND 100),
  text   TEXT CHECK (length(text) BETWEEN 1 AND 200),
  salt   TEXT NOT NULL CHECK (length(salt) = 32 AND octet_length(salt) = 32 AND salt NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (signal, event),
  CHECK (person IS NOT NULL OR text IS NOT NULL),
  FOREIGN KEY (signal, event) REFERENCES event (signal, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE words (
  -- What people wrote, by the event it came with.
  signal INTEGER NOT NULL CHECK (signal > 0),
  event  INTEGER NOT NULL CHECK (event > 0),
  part   TEXT NOT NULL CHECK (
    instr('|seen|goes-well|helpers|own-words|why-not-discussed|why-without-consent|said|handed-to|',
    '|' || part || '|') AND instr(part, '|') = 0),
  text   TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  salt   TEXT NOT NULL CHECK (length(salt) = 32 AND octet_length(salt) = 32 AND salt NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (signal, event, part),
  CHECK ((part IN ('said', 'handed-to')) = (event > 1)),
  FOREIGN KEY (signal, event) REFERENCES event (signal, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE signal (
  -- A signal: what was reported, and where its events left it, so that a list need not fold ten million stories.
  seq         INTEGER PRIMARY KEY, -- its place in the order of recording, whatever the clocks said
  id          TEXT NOT NULL,
  sender      TEXT NOT NULL,
  sent_by     TEXT,             -- who of the sender
  reference   TEXT,
  reported_at TEXT NOT NULL,
  age_months  INTEGER,
  youngest_months INTEGER,
  area        TEXT,
  place       TEXT,
  urgency     TEXT NOT NULL,
  before_day  TEXT,
  topics      TEXT NOT NULL,
  state       TEXT NOT NULL CHECK (instr('|offered|accepted|answered|closed|withdrawn|', '|' || state || '|') AND instr(state, '|') = 0),
  owner       TEXT NOT NULL,
  coordinator TEXT NOT NULL,
  basis       TEXT NOT NULL, -- why this owner, as the map last decided
  level       TEXT NOT NULL,
  accept_by   TEXT,
  feedback_by TEXT NOT NULL,
  confirm_by  TEXT,
  answered_by TEXT,             -- who recorded the answer: the owner, or the sender who was told
  family_known TEXT NOT NULL,   -- whether the owner knows which family it is
  proposed    TEXT,             -- asked to take it over, and has not said
  declines    INTEGER NOT NULL, -- since it was reported or taken up again
  questions   INTEGER NOT NULL, -- how many wait for their reply
  events      INTEGER NOT NULL, -- the number of the last event
  last_at     TEXT NOT NULL,    -- of the last event, alarms aside: they break no silence
  due         TEXT GENERATED ALWAYS AS -- the promise that runs now
    (CASE state WHEN 'offered' THEN min(accept_by, feedback_by) WHEN 'accepted' THEN feedback_by WHEN 'answered' THEN confirm_by END)
    VIRTUAL,
  phase       TEXT GENERATED ALWAYS AS -- states that are listed together
    (CASE state WHEN 'offered' THEN 'unanswered' WHEN 'accepted' THEN 'unanswered' ELSE state END) VIRTUAL,
  FOREIGN KEY (seq, events) REFERENCES event (signal, number)
) STRICT;

CREATE TABLE reader (
  -- Who reads a signal beside its sender, owner, coordinator and who is asked to take it over; from which event, and until which.
  signal       INTEGER NOT NULL REFERENCES signal (seq) DEFERRABLE INITIALLY DEFERRED,
  organisation TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('involved', 'asked', 'claimant')),
  from_event   INTEGER NOT NULL,
  until_event  INTEGER,         -- NULL: still does
  -- Where the signal stands, beside those who are involved: so that their list is walked in its order, as that of an owner.
  phase_now    TEXT,
  due_now      TEXT,
  PRIMARY KEY (signal, organisation, role, from_event)
) STRICT, WITHOUT ROWID;

CREATE TABLE export (
  -- Each time that the words of signals left in an export: when, on behalf of whom, of how many signals, and why when it was all of them.
  -- Written before they leave.
  number          INTEGER PRIMARY KEY CHECK (number > 0),
  at              TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', at) IS at),
  by_organisation TEXT NOT NULL CHECK (octet_length(by_organisation) BETWEEN 1 AND 64 AND length(by_organisation) = octet_length(by_organisation)
    AND by_organisation NOT GLOB '*[^a-z0-9-]*' AND by_organisation NOT GLOB '-*' AND by_organisation NOT GLOB '*-'),
  signals         INTEGER NOT NULL CHECK (signals >= 0),
  because         TEXT CHECK (length(because) BETWEEN 1 AND 4000), -- why, when it was all words of all signals
  -- Of this row and the seal of the one before.
  seal            TEXT NOT NULL CHECK (length(seal) = 32 AND octet_length(seal) = 32 AND seal NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TABLE import_run (
  -- How far a file is of which some rows have neither a number nor a reference. It stays when all is recorded, so that the same file is
  -- recorded once.
  file    TEXT NOT NULL PRIMARY KEY CHECK (length(file) = 32 AND octet_length(file) = 32 AND file NOT GLOB '*[^0-9a-f]*'),  -- the digest of the file
  -- The digest of the map and of how it is read.
  options TEXT NOT NULL CHECK (length(options) = 32 AND octet_length(options) = 32 AND options NOT GLOB '*[^0-9a-f]*'),
  -- The digest of the numbers of the rows that were looked at.
  row_numbers TEXT NOT NULL CHECK (length(row_numbers) = 32 AND octet_length(row_numbers) = 32 AND row_numbers NOT GLOB '*[^0-9a-f]*'),
  done    INTEGER NOT NULL CHECK (done > 0)                     -- so many of its reports were looked at, from the first
) STRICT, WITHOUT ROWID;

CREATE TABLE map (
  -- Which map this register is recorded with: its id, else its name. One row, from the first event on; another map takes its place only when
  -- somebody says so.
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id  TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 80)
) STRICT;

-- How signals are found: by their phase, and in it by the promise that runs, so a list costs what it shows, not what is stored.

CREATE UNIQUE INDEX number_of_a_signal    ON signal (id);
-- A signal that was withdrawn gives its reference free.
CREATE UNIQUE INDEX reference_of_a_sender ON signal (sender, reference) WHERE reference IS NOT NULL AND state <> 'withdrawn';
CREATE INDEX given_free ON signal (sender, reference, seq) WHERE reference IS NOT NULL AND state = 'withdrawn';

CREATE INDEX in_phase  ON signal (phase, due, seq, topics);
CREATE INDEX of_owner  ON signal (owner, phase, due, seq);
CREATE INDEX of_sender ON signal (sender, phase, due, seq);
-- With the coordinator, so that whoever coordinates an area today finds at once the few that name another.
CREATE INDEX of_area   ON signal (area, phase, due, seq, coordinator);
-- Of the coordinator of an area. Whole, for what has ended is listed too.
CREATE INDEX of_coordinator ON signal (coordinator, phase, due, seq);
-- Few signals involve somebody, and a report without them writes nothing here.
CREATE INDEX of_involved ON reader (organisation, phase_now, due_now, signal) WHERE role = 'involved' AND until_event IS NULL;

-- What waits for others than its owner or sender: few at any time.
CREATE INDEX proposed ON signal (proposed, due, seq) WHERE proposed IS NOT NULL;
CREATE INDEX asked    ON signal (phase, due, seq) WHERE questions > 0;
CREATE INDEX disputed ON signal (phase, due, seq) WHERE basis = 'dispute' AND state = 'offered';

-- The events of all signals in the order in which they were recorded.
CREATE UNIQUE INDEX in_order ON event (step);

-- What many events share, by what it holds. Not unique: who lays a row ready under the seal of another must not stop that other.
CREATE INDEX grounds_by_seal ON grounds (seal);
CREATE INDEX as_was_by_seal  ON as_was (seal);

-- What was taken back: seldom.
CREATE INDEX undone ON event (signal, undone_first, undone_last) WHERE kind = 'undone';

-- The alarms that sounded.
CREATE INDEX alarms ON event (signal, promise, promised, after_days) WHERE kind = 'escalated';

-- The second lock: what is recorded stays.

CREATE TRIGGER origin_is_recorded_once BEFORE INSERT ON origin WHEN EXISTS (SELECT 1 FROM origin)
BEGIN SELECT RAISE(ABORT, 'a register has one origin'); END;

CREATE TRIGGER origin_is_never_edited BEFORE UPDATE ON origin
BEGIN SELECT RAISE(ABORT, 'the origin is never edited'); END;

CREATE TRIGGER origin_is_never_deleted BEFORE DELETE ON origin
BEGIN SELECT RAISE(ABORT, 'the origin is never deleted'); END;

CREATE TRIGGER rules_are_never_added BEFORE INSERT ON event_kind
BEGIN SELECT RAISE(ABORT, 'the rules are never changed'); END;

CREATE TRIGGER rules_are_never_edited BEFORE UPDATE ON event_kind
BEGIN SELECT RAISE(ABORT, 'the rules are never changed'); END;

CREATE TRIGGER rules_are_never_deleted BEFORE DELETE ON event_kind
BEGIN SELECT RAISE(ABORT, 'the rules are never changed'); END;

CREATE TRIGGER grounds_are_recorded_once BEFORE INSERT ON grounds
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM grounds)
BEGIN SELECT RAISE(ABORT, 'grounds are recorded once, in order'); END;

CREATE TRIGGER grounds_are_never_edited BEFORE UPDATE ON grounds
BEGIN SELECT RAISE(ABORT, 'grounds are never edited'); END;

CREATE TRIGGER grounds_are_never_deleted BEFORE DELETE ON grounds
BEGIN SELECT RAISE(ABORT, 'grounds are never deleted'); END;

CREATE TRIGGER as_was_is_recorded_once BEFORE INSERT ON as_was
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM as_was)
BEGIN SELECT RAISE(ABORT, 'what was is recorded once, in order'); END;

CREATE TRIGGER as_was_is_never_edited BEFORE UPDATE ON as_was
BEGIN SELECT RAISE(ABORT, 'what was is never edited'); END;

CREATE TRIGGER as_was_is_never_deleted BEFORE DELETE ON as_was
BEGIN SELECT RAISE(ABORT, 'what was is never deleted'); END;

CREATE TRIGGER event_is_never_edited BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never edited'); END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;

-- What comes with an event is written before it. What somebody laid ready and no event came with can be cleared away, and nothing else.

CREATE TRIGGER facts_come_with_their_event BEFORE INSERT ON facts
WHEN EXISTS (SELECT 1 FROM event WHERE signal = NEW.signal AND number = NEW.event)
  OR EXISTS (SELECT 1 FROM facts WHERE signal = NEW.signal AND event = NEW.event)
BEGIN SELECT RAISE(ABORT, 'facts come with their event, once'); END;

CREATE TRIGGER facts_are_never_edited BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'facts are never edited'); END;

CREATE TRIGGER facts_are_never_deleted BEFORE DELETE ON facts
WHEN EXISTS (SELECT 1 FROM event WHERE signal = OLD.signal AND number = OLD.event)
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TRIGGER contact_comes_with_its_event BEFORE INSERT ON contact
WHEN EXISTS (SELECT 1 FROM event WHERE signal = NEW.signal AND number = NEW.event)
  OR EXISTS (SELECT 1 FROM contact WHERE signal = NEW.signal AND event = NEW.event)
BEGIN SELECT RAISE(ABORT, 'a contact comes with its event, once'); END;

CREATE TRIGGER contact_is_never_edited BEFORE UPDATE ON contact
BEGIN SELECT RAISE(ABORT, 'a contact is never edited'); END;

CREATE TRIGGER contact_is_never_deleted BEFORE DELETE ON contact
WHEN EXISTS (SELECT 1 FROM event WHERE signal = OLD.signal AND number = OLD.event)
BEGIN SELECT RAISE(ABORT, 'a contact is never deleted'); END;

CREATE TRIGGER words_come_with_their_event BEFORE INSERT ON words
WHEN EXISTS (SELECT 1 FROM event WHERE signal = NEW.signal AND number = NEW.event)
  OR EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND event = NEW.event AND part = NEW.part)
BEGIN SELECT RAISE(ABORT, 'words come with their event, once'); END;

CREATE TRIGGER words_are_never_edited BEFORE UPDATE ON words
BEGIN SELECT RAISE(ABORT, 'words are never edited'); END;

CREATE TRIGGER words_are_never_deleted BEFORE DELETE ON words
WHEN EXISTS (SELECT 1 FROM event WHERE signal = OLD.signal AND number = OLD.event)
BEGIN SELECT RAISE(ABORT, 'words are never deleted'); END;

CREATE TRIGGER export_is_recorded_once BEFORE INSERT ON export
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM export)
BEGIN SELECT RAISE(ABORT, 'an export is recorded once, in order'); END;

CREATE TRIGGER export_is_never_edited BEFORE UPDATE ON export
BEGIN SELECT RAISE(ABORT, 'an export is never edited'); END;

CREATE TRIGGER export_is_never_deleted BEFORE DELETE ON export
BEGIN SELECT RAISE(ABORT, 'an export is never deleted'); END;

-- The second lock: a signal and its readers are what events make of them. There is an event that has not moved its signal only while
-- one of these two is at work, so these let nobody else through.

CREATE TRIGGER signal_begins_with_its_report BEFORE INSERT ON signal
WHEN NOT EXISTS (SELECT 1 FROM event WHERE signal = NEW.seq AND number = 1)
  OR EXISTS (SELECT 1 FROM signal WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM signal WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM signal WHERE sender = NEW.sender AND reference = NEW.reference AND reference IS NOT NULL AND state <> 'withdrawn')
BEGIN SELECT RAISE(ABORT, 'a signal is recorded once, by its report'); END;

CREATE TRIGGER signal_moves_with_its_event BEFORE UPDATE ON signal
WHEN NEW.seq <> OLD.seq OR NEW.events <> OLD.events + 1
  -- It is taken back to its report, and follows once more what stands.
  AND NOT EXISTS (SELECT 1 FROM event WHERE kind = 'undone' AND signal = OLD.seq AND number > OLD.events AND number >= NEW.events)
  OR NOT EXISTS (SELECT 1 FROM event WHERE signal = OLD.seq AND number = NEW.events)
BEGIN SELECT RAISE(ABORT, 'a signal moves only with the event that moves it'); END;

CREATE TRIGGER signal_is_never_deleted BEFORE DELETE ON signal
BEGIN SELECT RAISE(ABORT, 'a signal is never deleted'); END;

CREATE TRIGGER reader_begins_with_an_event BEFORE INSERT ON reader
WHEN NOT EXISTS (SELECT 1 FROM event WHERE signal = NEW.signal AND number = NEW.from_event)
  OR EXISTS (SELECT 1 FROM signal WHERE seq = NEW.signal AND events >= NEW.from_event)
BEGIN SELECT RAISE(ABORT, 'who reads a signal changes only with an event'); END;

CREATE TRIGGER reader_ends_with_an_event BEFORE UPDATE ON reader
WHEN (NEW.signal, NEW.organisation, NEW.role, NEW.from_event) <> (OLD.signal, OLD.organisation, OLD.role, OLD.from_event)
  OR CASE
    -- It ended by what is taken back.
    WHEN OLD.until_event IS NOT NULL
    THEN NEW.until_event IS NOT NULL OR (NEW.phase_now, NEW.due_now) IS NOT (OLD.phase_now, OLD.due_now) OR NOT EXISTS (
      SELECT 1 FROM event u JOIN signal ON seq = u.signal
      WHERE u.kind = 'undone' AND u.signal = OLD.signal AND u.number > events AND OLD.until_event BETWEEN u.undone_first AND u.undone_last)
    -- It takes over where the signal stands.
    WHEN NEW.until_event IS NULL
    THEN OLD.role <> 'involved' OR NOT EXISTS (SELECT 1 FROM signal WHERE seq = OLD.signal AND (phase, due) IS (NEW.phase_now, NEW.due_now))
    ELSE (NEW.phase_now, NEW.due_now) IS NOT (OLD.phase_now, OLD.due_now)
      OR NOT EXISTS (SELECT 1 FROM event WHERE signal = OLD.signal AND number = NEW.until_event)
      OR EXISTS (SELECT 1 FROM signal WHERE seq = OLD.signal AND events >= NEW.until_event) END
BEGIN SELECT RAISE(ABORT, 'who reads a signal changes only with an event'); END;

CREATE TRIGGER reader_is_never_deleted BEFORE DELETE ON reader
BEGIN SELECT RAISE(ABORT, 'who read a signal is never deleted'); END;

-- The second lock: what may follow, and from whom.

-- Most lists are plainly codes; the others are taken apart.
CREATE TRIGGER event_holds_lists BEFORE INSERT ON event
WHEN length(concat_ws(' ', NEW.topics, NEW.involved, NEW.claimants, NEW.informed)) > 64 OR length(NEW.topics) - length(replace(NEW.topics, ' ', '')) >= 12
  OR ' ' || replace(concat_ws(' ', NEW.topics, nullif(NEW.involved, ''), nullif(NEW.claimants, ''), nullif(NEW.informed, '')), '/', ' ') || ' ' GLOB '*[ -][ -]*'
BEGIN
  SELECT RAISE(ABORT, 'a list holds codes with a space between them')
  FROM (SELECT concat_ws(' ', NEW.topics, nullif(NEW.involved, ''), nullif(NEW.claimants, ''), nullif(NEW.informed, '')) AS codes),
    json_each('["' || replace(replace(codes, '/', ' '), ' ', '","') || '"]')
  WHERE codes <> '' AND (length(value) NOT BETWEEN 1 AND 64 OR value GLOB '-*' OR value GLOB '*-');

  SELECT RAISE(ABORT, 'a signal is about twelve topics at most')
  FROM json_each('["' || replace(NEW.topics, ' ', '","') || '"]')
  WHERE key >= 12 OR length(value) > 128;
END;

CREATE TRIGGER event_keeps_the_rules BEFORE INSERT ON event
BEGIN
  SELECT RAISE(ABORT, 'an event has the next number')
  WHERE NEW.number <> coalesce((SELECT events FROM signal WHERE seq = NEW.signal), 0) + 1
    OR NEW.number = 1 AND NEW.signal <> coalesce((SELECT max(seq) FROM signal), 0) + 1;

  SELECT RAISE(ABORT, 'steps follow on one another')
  WHERE NEW.step <> (SELECT coalesce(max(step), 0) + 1 FROM event);

  SELECT RAISE(ABORT, 'an event seals what came with it, and nothing else')
  WHERE (NEW.facts IS NOT NULL) <> EXISTS (SELECT 1 FROM facts WHERE signal = NEW.signal AND event = NEW.number)
    OR (NEW.contact IS NOT NULL) <> EXISTS (SELECT 1 FROM contact WHERE signal = NEW.signal AND event = NEW.number)
    OR (NEW.words IS NOT NULL) <> EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND event = NEW.number)
    OR NEW.grounds IS NOT NULL AND NOT EXISTS (SELECT 1 FROM grounds WHERE number = NEW.grounds)
    OR NEW.as_was IS NOT NULL AND NOT EXISTS (SELECT 1 FROM as_was WHERE number = NEW.as_was);

  SELECT RAISE(ABORT, 'this kind of event fills other columns')
  WHERE (NEW.id IS NOT NULL) || (NEW.to_organisation IS NOT NULL) || (NEW.suggested IS NOT NULL) || (NEW.decline_reason IS NOT NULL)
    || (NEW.question IS NOT NULL) || (NEW.undone_first IS NOT NULL) || (NEW.undone_last IS NOT NULL)
    || ' ' || (NEW.topics IS NOT NULL) || (NEW.involved IS NOT NULL) || (NEW.claimants IS NOT NULL) || (NEW.basis IS NOT NULL) || (NEW.coordinator IS NOT NULL)
    || (NEW.map_digest IS NOT NULL)
    || ' ' || (NEW.outcome IS NOT NULL) || (NEW.handed_to IS NOT NULL) || (NEW.channel IS NOT NULL) || (NEW.level IS NOT NULL)
    || ' ' || (NEW.promise IS NOT NULL) || (NEW.promised IS NOT NULL) || (NEW.after_days IS NOT NULL) || (NEW.informed IS NOT NULL)
    || ' ' || (NEW.accept_by IS NOT NULL) || (NEW.feedback_by IS NOT NULL) || (NEW.confirm_by IS NOT NULL)
    || ' ' || (NEW.responsibility IS NOT NULL) || (NEW.knows_family IS NOT NULL) || (NEW.grounds IS NOT NULL) || (NEW.facts IS NOT NULL)
    || (NEW.contact IS NOT NULL) || (NEW.words IS NOT NULL)
    NOT LIKE (SELECT fills FROM event_kind WHERE kind = NEW.kind);

  SELECT RAISE(ABORT, 'the map involves others than owner and sender, each once')
  WHERE NEW.involved <> '' AND (
    instr(' ' || NEW.involved || ' ', ' ' || NEW.to_organisation || ' ')
    OR instr(' ' || NEW.involved || ' ', ' ' || coalesce((SELECT sender FROM signal WHERE seq = NEW.signal), NEW.by_organisation) || ' ')
    OR instr(NEW.involved, ' ')
      AND (SELECT count(*) <> count(DISTINCT value) FROM json_each('["' || replace(NEW.involved, ' ', '","') || '"]')));

  SELECT RAISE(ABORT, 'who claims it is the sender or involved, each once')
  WHERE NEW.claimants <> '' AND EXISTS (
    SELECT 1 FROM json_each('["' || replace(NEW.claimants, ' ', '","') || '"]')
    GROUP BY value
    HAVING count(*) > 1 OR value = NEW.to_organisation
      OR value <> coalesce((SELECT sender FROM signal WHERE seq = NEW.signal), NEW.by_organisation)
        AND NOT instr(' ' || NEW.involved || ' ', ' ' || value || ' '));

  SELECT RAISE(ABORT, 'feedback says in words what was done, where the map lets words through, and to whom it was handed over')
  WHERE NEW.number > 1 AND (
    NEW.level IS NOT NULL AND NEW.basis IS NULL
      AND (NEW.level = 'full') <> EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND event = NEW.number AND part = 'said')
    OR (NEW.kind = 'feedback-final' AND NEW.outcome = 'handed-over')
      <> ((NEW.handed_to IS NOT NULL) + EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND event = NEW.number AND part = 'handed-to')));

  SELECT RAISE(ABORT, 'a report says what was seen, and why it was not discussed or not agreed with')
  WHERE NEW.number = 1 AND (
    NOT EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND event = 1 AND part = 'seen')
    OR EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND event = 1 AND part = 'why-not-discussed')
      <> (SELECT discussed = 'no' FROM facts WHERE signal = NEW.signal AND event = 1)
    OR EXISTS (SELECT 1 FROM words WHERE signal = NEW.signal AND event = 1 AND part = 'why-without-consent')
      <> (SELECT consent = 'no' FROM facts WHERE signal = NEW.signal AND event = 1));

  SELECT RAISE(ABORT, 'who reports or takes it on names a person to reach')
  WHERE NEW.contact IS NOT NULL AND NEW.kind NOT IN ('reported', 'accepted')
    AND (SELECT text IS NOT NULL FROM contact WHERE signal = NEW.signal AND event = NEW.number);

  SELECT RAISE(ABORT, 'an alarm sounds once for each broken promise')
  WHERE NEW.kind = 'escalated' AND EXISTS (
    SELECT 1 FROM event WHERE kind = 'escalated' AND signal = NEW.signal
      AND promise = NEW.promise AND promised = NEW.promised AND after_days = NEW.after_days);

  SELECT RAISE(ABORT, 'this event cannot follow, or not from this organisation')
  WHERE NEW.number > 1 AND NOT EXISTS (
    SELECT 1 FROM signal JOIN event_kind ON kind = NEW.kind WHERE seq = NEW.signal
      AND instr(states, state)
      AND (instr(parties, 'sender') AND NEW.by_organisation = sender
        OR instr(parties, 'owner') AND NEW.by_organisation = owner
        OR instr(parties, 'coordinator') AND NEW.by_organisation = coordinator
        OR instr(parties, 'proposed') AND NEW.by_organisation = proposed
        OR instr(parties, 'answerer') AND NEW.by_organisation = answered_by
        OR instr(parties, 'author') AND NEW.by_organisation = (
          SELECT by_organisation FROM event e WHERE e.signal = seq AND e.number = NEW.undone_last)
        OR NEW.kind = 'imported' AND NEW.via = 'import'
        OR NEW.kind = 'coordinator-changed'
        OR instr(parties, 'confirmer') AND NEW.by_organisation = CASE WHEN answered_by = owner THEN sender ELSE owner END
        OR EXISTS (
          SELECT 1 FROM reader r
          WHERE r.signal = seq AND r.organisation = NEW.by_organisation AND r.role IN ('involved', 'claimant') AND instr(parties, r.role)
            AND r.until_event IS NULL))
      -- What could not be told to the sender stays untold.
      AND (level = 'full' OR NEW.level IS NOT 'full')
      AND CASE NEW.kind
        WHEN 'declined' THEN
          owner <> coordinator AND NEW.to_organisation IN (NEW.suggested, coordinator)
          AND (declines = 0 OR NEW.to_organisation = coordinator)
        WHEN 'coordinator-changed' THEN NEW.coordinator <> coordinator
        WHEN 'family-known' THEN NEW.to_organisation = owner AND family_known = 'no'
        WHEN 'transfer-proposed' THEN proposed IS NULL
        WHEN 'transfer-ended' THEN proposed IS NOT NULL
        WHEN 'feedback-final' THEN proposed IS NULL
        -- What a sender records tells no more than she may hear; of danger nothing before somebody took it on.
        WHEN 'heard' THEN (urgency <> 'acute' OR state = 'accepted') AND (level = 'full') = (NEW.outcome <> 'informed')
          AND (level = 'full' OR NEW.words IS NULL)
        -- What the owner did not say keeps no promise, and makes no new one.
        WHEN 'rejected' THEN answered_by = owner OR NEW.feedback_by = feedback_by
        WHEN 'rerouted' THEN NEW.feedback_by = feedback_by
        -- Who replied goes on reading, and who claims it reads until somebody took it on.
        WHEN 'uninvolved' THEN EXISTS (
          SELECT 1 FROM reader r
          WHERE r.signal = seq AND r.organisation = NEW.to_organisation AND r.role = 'involved' AND r.until_event IS NULL)
          AND NOT EXISTS (
          SELECT 1 FROM reader r
          WHERE r.signal = seq AND r.organisation = NEW.to_organisation AND r.role = 'claimant' AND r.until_event IS NULL)
          AND NOT EXISTS (
          SELECT 1 FROM event_that_stands e WHERE e.signal = seq AND e.kind = 'replied' AND e.by_organisation = NEW.to_organisation)
        WHEN 'involved' THEN NEW.to_organisation NOT IN (sender, NEW.by_organisation)
        WHEN 'asked' THEN NEW.to_organisation = sender OR EXISTS (
          SELECT 1 FROM reader r
          WHERE r.signal = seq AND r.organisation = NEW.to_organisation AND r.role = 'involved' AND r.until_event IS NULL)
        WHEN 'amended' THEN NEW.topics <> topics
        -- By its sender while nobody took it on. No promise is made later, and the map moves it only while nobody but the map did; by its
        -- owner that is a decline, of which there is one.
        WHEN 'corrected' THEN (state = 'offered' OR NEW.by_organisation IN (owner, coordinator)) AND NEW.feedback_by <= feedback_by
          -- A sender who hears the status only would be told by it what is known.
          AND (level = 'full' OR NEW.by_organisation <> sender OR NEW.by_organisation = owner OR EXISTS (
            SELECT 1 FROM reader r
            WHERE r.signal = seq AND r.organisation = NEW.by_organisation AND r.role = 'involved' AND r.until_event IS NULL))
          AND NOT EXISTS (
            SELECT 1 FROM facts f WHERE f.signal = seq AND f.event = NEW.number
              AND (f.age_months, f.youngest_months, f.area, f.place, f.urgency, f.before_day) 
              IS (signal.age_months, signal.youngest_months, signal.area, signal.place, signal.urgency, signal.before_day))
          AND CASE WHEN NEW.basis IS NULL THEN NEW.accept_by IS NULL OR NEW.accept_by < accept_by
            ELSE state = 'offered' AND CASE WHEN NEW.to_organisation = owner THEN NEW.accept_by <= accept_by
                ELSE NEW.by_organisation <> owner OR owner = coordinator OR declines = 0 END AND owner = (
              SELECT e.to_organisation FROM event_that_stands e WHERE e.signal = seq AND e.basis IS NOT NULL ORDER BY e.number DESC LIMIT 1) END
        WHEN 'replied' THEN NEW.question IS NULL OR EXISTS (
          SELECT 1 FROM event_that_stands q
          WHERE q.signal = seq AND q.number = NEW.question AND q.kind = 'asked' AND q.to_organisation = NEW.by_organisation)
        -- A step is one event that can be taken back; an amendment goes with whom it involved, a correction with the decline that it is. Within a day, while nothing followed that
        -- stands but alarms, and that it came in.
        WHEN 'undone' THEN EXISTS (
          SELECT 1 FROM event_that_stands f JOIN event_kind k ON k.kind = f.kind AND k.undoable = 'yes'
          WHERE f.signal = seq AND f.number = NEW.undone_first AND f.by_organisation = NEW.by_organisation
            AND NEW.at <= strftime('%Y-%m-%dT%H:%M:%fZ', f.at, '+1 day')
            AND NOT EXISTS (
              SELECT 1 FROM event e
              WHERE e.signal = seq AND e.number > NEW.undone_last AND e.kind NOT IN ('escalated', 'coordinator-changed', 'imported') AND e.by_organisation <> NEW.by_organisation)
            AND NOT EXISTS (
              SELECT 1 FROM event_that_stands e
              WHERE e.signal = seq AND e.number > NEW.undone_last AND e.kind NOT IN ('escalated', 'coordinator-changed', 'imported', 'undone'))
            AND NEW.undone_last = coalesce((
              SELECT min(e.number) - 1 FROM event e
              WHERE e.signal = seq AND e.number > f.number
                AND ((f.kind, e.kind) NOT IN (VALUES ('amended', 'involved'), ('corrected', 'declined'))
                  OR (e.at, e.by_organisation) <> (f.at, f.by_organisation))), events)
            AND NOT EXISTS (
              SELECT 1 FROM event a
              WHERE a.signal = seq AND (a.kind, f.kind) IN (VALUES ('amended', 'involved'), ('corrected', 'declined'))
                AND a.number < f.number AND (a.at, a.by_organisation) = (f.at, f.by_organisation)
                AND NOT EXISTS (
                  SELECT 1 FROM event e
                  WHERE e.signal = seq AND e.number BETWEEN a.number + 1 AND f.number - 1
                    AND (e.kind <> f.kind OR (e.at, e.by_organisation) <> (f.at, f.by_organisation)))))
        WHEN 'escalated' THEN NEW.promised = CASE NEW.promise
          WHEN 'accept' THEN accept_by
          WHEN 'feedback' THEN CASE WHEN state <> 'answered' THEN feedback_by END
          WHEN 'confirm' THEN confirm_by END
        ELSE TRUE END
      AND (NEW.to_organisation IS NOT owner OR NEW.kind IN ('asked', 'family-known', 'corrected')));
END;

-- An event moves its signal. Each statement here gives values, or stands behind the condition of a trigger: an INSERT that selects, and an
-- UPDATE that joins, would make a table of its own for every event, and an import has a million.

CREATE TRIGGER report_makes_its_signal AFTER INSERT ON event WHEN NEW.number = 1
BEGIN
  INSERT INTO reading (signal, event, role, organisations) VALUES (NEW.signal, 1, 'involved', NEW.involved);
  INSERT INTO reading (signal, event, role, organisations) VALUES (NEW.signal, 1, 'claimant', NEW.claimants);

  INSERT INTO signal (seq, id, sender, sent_by, reference, reported_at, age_months, youngest_months, area, place, urgency, before_day, topics, state, owner, coordinator, basis, level,
    accept_by, feedback_by, family_known, declines, questions, events, last_at)
  VALUES (NEW.signal, NEW.id, NEW.by_organisation, (SELECT person FROM contact WHERE signal = NEW.signal AND event = 1),
    (SELECT reference FROM facts WHERE signal = NEW.signal AND event = 1), NEW.at,
    (SELECT age_months FROM facts WHERE signal = NEW.signal AND event = 1), (SELECT youngest_months FROM facts WHERE signal = NEW.signal AND event = 1),
    (SELECT area FROM facts WHERE signal = NEW.signal AND event = 1), (SELECT place FROM facts WHERE signal = NEW.signal AND event = 1),
    (SELECT urgency FROM facts WHERE signal = NEW.signal AND event = 1),
    (SELECT before_day FROM facts WHERE signal = NEW.signal AND event = 1), NEW.topics, 'offered', NEW.to_organisation,
    NEW.coordinator, NEW.basis, NEW.level, NEW.accept_by, NEW.feedback_by,
    CASE WHEN NEW.to_organisation = NEW.by_organisation THEN 'yes' ELSE NEW.knows_family END, 0, 0, 1, NEW.at);

  -- A statement may ask to ignore what goes wrong: not here.
  SELECT RAISE(ABORT, 'an event moves its signal')
  WHERE NOT EXISTS (SELECT 1 FROM signal WHERE seq = NEW.signal AND events = 1);
END;

CREATE TRIGGER event_moves_its_signal AFTER INSERT ON event WHEN NEW.number > 1 AND NEW.kind <> 'undone'
BEGIN
  -- A question ends with its reply. An owner asks and never replies, and is no longer merely involved: what waits for who becomes the
  -- owner ends, but for what was asked of a sender. So does what waits for who is involved no longer. Who claims it does so while nobody
  -- has taken it on and nothing moved it.
  UPDATE reader SET until_event = NEW.number
  WHERE signal = NEW.signal AND until_event IS NULL
    AND (role = 'asked' AND from_event = NEW.question
      OR role <> 'claimant' AND organisation = NEW.makes_owner
        AND (role = 'involved' OR organisation <> (SELECT sender FROM signal WHERE seq = NEW.signal))
      OR NEW.kind = 'uninvolved' AND organisation = NEW.to_organisation
      OR role = 'claimant' AND (
        NEW.kind = 'claim-declined' AND organisation = NEW.by_organisation
        OR NEW.makes_owner IS NOT NULL AND NOT instr(' ' || coalesce(NEW.claimants, '') || ' ', ' ' || organisation || ' ')
        OR (SELECT leads_to <> 'offered' FROM event_kind WHERE kind = NEW.kind)));

  -- Who hands it on stays involved, if they took it on or were involved before.
  INSERT INTO reading (signal, event, role, organisations)
  VALUES (NEW.signal, NEW.number, 'involved', concat_ws(' ', CASE WHEN NEW.kind = 'involved' THEN NEW.to_organisation ELSE nullif(NEW.involved, '') END,
    (SELECT owner FROM signal
     WHERE seq = NEW.signal AND owner <> NEW.makes_owner AND owner <> sender AND (owner = NEW.by_organisation OR NEW.kind = 'transfer-taken')
       AND (state = 'accepted' OR EXISTS (SELECT 1 FROM reader r WHERE r.signal = seq AND r.organisation = owner AND r.role = 'involved')))));
  INSERT INTO reading (signal, event, role, organisations) VALUES (NEW.signal, NEW.number, 'claimant', NEW.claimants);

  INSERT INTO reader (signal, organisation, role, from_event)
  SELECT NEW.signal, NEW.to_organisation, 'asked', NEW.number WHERE NEW.kind = 'asked';

  INSERT INTO moving VALUES (NEW.signal, NEW.number, NEW.kind, NEW.at, NEW.by_organisation, NEW.to_organisation, NEW.topics, NEW.basis,
    NEW.coordinator, NEW.level, NEW.accept_by, NEW.feedback_by, NEW.confirm_by, NEW.knows_family, NEW.makes_owner);

  -- A statement may ask to ignore what goes wrong: not here.
  SELECT RAISE(ABORT, 'an event moves its signal')
  WHERE NOT EXISTS (SELECT 1 FROM signal WHERE seq = NEW.signal AND events = NEW.number);
END;

-- Taken back is a step by the events that made it: whom it let read reads no longer, whom it shut out reads again, and the signal goes back to
-- its report and follows once more what stands. There is no second way in which an event moves a signal.

CREATE TRIGGER undone_event_takes_back_a_step AFTER INSERT ON event WHEN NEW.kind = 'undone'
BEGIN
  UPDATE reader SET until_event = NULL WHERE signal = NEW.signal AND until_event BETWEEN NEW.undone_first AND NEW.undone_last;
  UPDATE reader SET until_event = NEW.number
  WHERE signal = NEW.signal AND until_event IS NULL AND from_event BETWEEN NEW.undone_first AND NEW.undone_last;

  INSERT INTO moving
  SELECT signal, number, kind, at, by_organisation, to_organisation, topics, basis, coordinator, level, accept_by, feedback_by, confirm_by, knows_family,
    makes_owner
  FROM event_that_stands WHERE signal = NEW.signal ORDER BY number;

  -- A statement may ask to ignore what goes wrong: not here.
  SELECT RAISE(ABORT, 'an event moves its signal')
  WHERE NOT EXISTS (SELECT 1 FROM signal WHERE seq = NEW.signal AND events = NEW.number);
END;

CREATE VIEW moving AS
  -- What moves a signal: it takes an event, and writes where the signal then stands.
  SELECT signal, number, kind, at, by_organisation, to_organisation, topics, basis, coordinator, level, accept_by, feedback_by, confirm_by, knows_family,
    makes_owner
  FROM event;

CREATE TRIGGER signal_follows_an_event INSTEAD OF INSERT ON moving
BEGIN
  UPDATE signal SET
    state = CASE WHEN NEW.accept_by IS NULL THEN coalesce(leads_to, state) ELSE 'offered' END,
    owner = coalesce(NEW.makes_owner, owner),
    coordinator = coalesce(NEW.coordinator, coordinator),
    basis = coalesce(NEW.basis, basis),
    level = CASE WHEN NEW.basis IS NULL THEN level ELSE NEW.level END,
    topics = coalesce(NEW.topics, topics),
    age_months = CASE WHEN NEW.kind IN ('reported', 'corrected') THEN (SELECT f.age_months FROM facts f WHERE f.signal = seq AND f.event = NEW.number) ELSE age_months END,
    youngest_months = CASE WHEN NEW.kind IN ('reported', 'corrected') THEN (SELECT f.youngest_months FROM facts f WHERE f.signal = seq AND f.event = NEW.number) ELSE youngest_months END,
    area = CASE WHEN NEW.kind IN ('reported', 'corrected') THEN (SELECT f.area FROM facts f WHERE f.signal = seq AND f.event = NEW.number) ELSE area END,
    place = CASE WHEN NEW.kind IN ('reported', 'corrected') THEN (SELECT f.place FROM facts f WHERE f.signal = seq AND f.event = NEW.number) ELSE place END,
    urgency = CASE WHEN NEW.kind IN ('reported', 'corrected') THEN (SELECT f.urgency FROM facts f WHERE f.signal = seq AND f.event = NEW.number) ELSE urgency END,
    before_day = CASE WHEN NEW.kind IN ('reported', 'corrected') THEN (SELECT f.before_day FROM facts f WHERE f.signal = seq AND f.event = NEW.number) ELSE before_day END,
    accept_by = CASE WHEN NEW.accept_by IS NOT NULL THEN NEW.accept_by WHEN coalesce(leads_to, state) = 'offered' THEN accept_by END,
    feedback_by = coalesce(NEW.feedback_by, feedback_by),
    confirm_by = CASE WHEN coalesce(leads_to, state) IN ('answered', 'closed') THEN coalesce(NEW.confirm_by, confirm_by) END,
    answered_by = CASE WHEN leads_to = 'answered' THEN NEW.by_organisation WHEN coalesce(leads_to, state) IN ('answered', 'closed') THEN answered_by END,
    family_known = CASE
      WHEN coalesce(NEW.makes_owner, owner) = sender OR NEW.knows_family = 'yes' OR NEW.kind = 'family-known' THEN 'yes'
      WHEN NEW.kind = 'reported' THEN 'no'
      WHEN coalesce(NEW.makes_owner, owner) = owner THEN family_known
      WHEN EXISTS (
        SELECT 1 FROM event e
        WHERE e.signal = seq AND e.to_organisation = NEW.makes_owner AND (e.kind = 'family-known' OR e.knows_family = 'yes'))
      THEN 'yes' ELSE 'no' END,
    proposed = CASE
      WHEN NEW.kind = 'transfer-proposed' THEN NEW.to_organisation
      WHEN coalesce(leads_to, state) IN ('offered', 'accepted') AND coalesce(NEW.makes_owner, owner) = owner
        AND NEW.kind NOT IN ('reported', 'transfer-refused', 'transfer-ended', 'rerouted')
      THEN proposed END,
    declines = CASE NEW.kind WHEN 'declined' THEN declines + 1
      WHEN 'corrected' THEN declines + (coalesce(NEW.makes_owner, owner) <> owner AND NEW.by_organisation = owner AND owner <> coordinator)
      WHEN 'reopened' THEN 0 WHEN 'reported' THEN 0 ELSE declines END,
    questions = (SELECT count(*) FROM reader r WHERE r.signal = NEW.signal AND r.role = 'asked' AND r.until_event IS NULL),
    events = NEW.number,
    last_at = CASE WHEN NEW.kind IN ('escalated', 'coordinator-changed', 'imported') THEN last_at ELSE NEW.at END
  FROM event_kind WHERE event_kind.kind = NEW.kind AND seq = NEW.signal;
END;

-- Where a signal stands is written beside those who are involved.

CREATE TRIGGER report_stands_with_its_readers AFTER INSERT ON signal WHEN EXISTS (SELECT 1 FROM reader WHERE signal = NEW.seq)
BEGIN
  UPDATE reader SET phase_now = NEW.phase, due_now = NEW.due WHERE signal = NEW.seq AND role = 'involved' AND until_event IS NULL;
END;

CREATE TRIGGER signal_stands_with_its_readers AFTER UPDATE ON signal WHEN EXISTS (SELECT 1 FROM reader WHERE signal = NEW.seq)
BEGIN
  UPDATE reader SET phase_now = NEW.phase, due_now = NEW.due
  WHERE signal = NEW.seq AND role = 'involved' AND until_event IS NULL AND (phase_now, due_now) IS NOT (NEW.phase, NEW.due);
END;

CREATE VIEW reading AS
  -- Who reads a signal from an event on, in this role: given as the event says them, with a space between; it takes what becomes a row of
  -- `reader` each.
  SELECT signal, from_event AS event, role, organisation AS organisations FROM reader;

CREATE TRIGGER who_is_named_reads INSTEAD OF INSERT ON reading WHEN NEW.organisations <> ''
BEGIN
  INSERT INTO reader (signal, organisation, role, from_event)
  SELECT DISTINCT NEW.signal, value, NEW.role, NEW.event
  FROM json_each('["' || replace(NEW.organisations, ' ', '","') || '"]')
  WHERE NOT EXISTS (
    SELECT 1 FROM reader r WHERE r.signal = NEW.signal AND r.organisation = value AND r.role = NEW.role AND r.until_event IS NULL);
END;
