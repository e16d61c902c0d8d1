//! What a command works with: settings, texts, terminal and clock; the map and the register when it
//! asks for them.

pub mod args;
pub mod clock;
pub mod fault;
pub mod fresh_id;
pub mod new_file;
pub mod output_file;
pub mod progress;
pub mod prompt;
pub mod settings;
pub mod terminal;
pub mod text_input;

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use crate::context::clock::RunClock;
use crate::context::new_file::create_private_folder;
use crate::context::settings::{Settings, data_folder};
use crate::context::terminal::Terminal;
use crate::domain::access::{Reach, Reader, SentReach};
use crate::domain::codes::OrganisationId;
use crate::domain::lifecycle::{OwnerDays, Terms};
use crate::domain::organisation_codes::OrganisationCodes;
use crate::domain::signal::Urgency;
use crate::domain::signal_id::IdPrefix;
use crate::domain::time::{Day, Moment};
use crate::domain::words::PersonName;
use crate::domain::words::Words;
use crate::errors::cli_error::CliError;
use crate::map_file;
use crate::output::answer::Format;
use crate::output::escape;
use crate::output::i18n::Texts;
use crate::output::screen::RenderContext;
use crate::register::{Access, Address, Clock, Register, RegisterError};
use crate::routing::map::RouteMap;

/// A screen before anything but its language is known.
#[must_use]
pub fn bare_screen(texts: &Texts) -> RenderContext<'_> {
    RenderContext {
        texts,
        map: None,
        as_they_were: None,
        now: clock::system(),
        width: None,
        colour: false,
    }
}

/// One run of the program.
pub struct Context {
    /// The texts in the language of this run.
    pub texts: Texts,
    pub settings: Settings,
    pub terminal: Terminal,
    /// The moment of this run.
    pub now: Moment,
    /// The clock that gave it.
    pub clock: Clock,
    pub format: Format,
    /// All commands with their help in a language, for the manual.
    pub command_line: fn(&Texts) -> clap::Command,
    map: OnceCell<RouteMap>,
}

impl Context {
    #[must_use]
    pub fn new(
        texts: Texts,
        settings: Settings,
        terminal: Terminal,
        RunClock { now, clock }: RunClock,
        format: Format,
        command_line: fn(&Texts) -> clap::Command,
    ) -> Self {
        Self {
            texts,
            settings,
            terminal,
            now,
            clock,
            format,
            command_line,
            map: OnceCell::new(),
        }
    }

    /// The map, read once.
    ///
    /// # Errors
    /// Every fault of the map.
    pub fn map(&self) -> Result<&RouteMap, CliError> {
        if let Some(map) = self.map.get() {
            return Ok(map);
        }
        let cache = self.settings.value("cache").map(Path::new);
        let map = map_file::open(self.map_path(), cache).map_err(CliError::Map)?;
        Ok(self.map.get_or_init(|| map))
    }

    /// The file or the folder of the map.
    #[must_use]
    pub fn map_path(&self) -> &Path {
        Path::new(self.settings.value("routes").unwrap_or("routes.yaml"))
    }

    /// The map, if it was read without a fault.
    #[must_use]
    pub fn map_if_read(&self) -> Option<&RouteMap> {
        self.map.get()
    }

    /// # Errors
    /// [`CliError::NoHome`] when no setting gives it and there is no home folder.
    pub fn register_address(&self) -> Result<Address, CliError> {
        self.settings.register().cloned().ok_or(CliError::NoHome {
            variable: "SEINHUIS_REGISTER",
        })
    }

    /// The folder for words about families until they are recorded: that of the register, else that
    /// of the user's own data.
    ///
    /// # Errors
    /// No home folder, or a folder that cannot be made.
    pub fn spool_folder(&self) -> Result<PathBuf, CliError> {
        if let Some(folder) = self.register_address()?.spool_folder() {
            return Ok(folder.to_owned());
        }
        let own = data_folder().ok_or(CliError::NoHome { variable: "HOME" })?;
        match create_private_folder(&own) {
            Ok(()) => Ok(own),
            Err(error) => Err(CliError::FileNotWritten { path: own, error }),
        }
    }

    pub fn open(&self, access: Access) -> Result<Register, CliError> {
        match access {
            Access::Read | Access::Inspect | Access::Salvage => {}
            Access::Write(_) => fault::may_have_recorded(),
        }
        Ok(Register::open(&self.register_address()?, access)?)
    }

    /// Opens the register to record in it, and makes one when there is none. Warns when the map
    /// is one that happens to lie in the current folder, when a register that was made for a trial is
    /// used in earnest, and when it is recorded with another map.
    pub fn open_to_record(&self) -> Result<Register, CliError> {
        let map = self.map()?.settings().which();
        if self.settings.has_map_of_folder() {
            self.name_map_of_folder()?;
        }
        let mut register = self.open(Access::Write(self.clock))?;
        if self.clock == Clock::System && register.made_by() == Clock::Set {
            let trial = self.texts.tr0("status-trial-register");
            self.terminal.important(&self.warning(&trial));
        }
        if let Some(other) = register.record_with_map(map)? {
            let maps = [("of_register", other.into()), ("of_today", map.into())];
            let text = escape::line(&self.texts.tr("status-other-map", &maps));
            self.terminal.important(&self.warning(&text));
        }
        Ok(register)
    }

    fn name_map_of_folder(&self) -> Result<(), CliError> {
        let path = std::path::absolute(self.map_path()).map_err(CliError::Input)?;
        let path = path.display().to_string();
        let text = escape::line(&self.texts.tr1("status-map-of-folder", "path", path));
        self.terminal.important(&self.warning(&text));
        Ok(())
    }

    /// Opens the register to read the signal that was typed.
    ///
    /// # Errors
    /// [`CliError::NoSuchSignal`] when there is no register yet.
    pub fn open_to_read(&self, typed_id: &str) -> Result<Register, CliError> {
        match self.open(Access::Read) {
            Err(CliError::Register(RegisterError::Missing { .. })) => Err(no_such_signal(typed_id)),
            opened => opened,
        }
    }

    /// Opens the register to read many signals. When there is none yet, it says where it looked: a
    /// person may have meant another.
    pub fn open_if_there(&self) -> Result<Option<Register>, CliError> {
        match self.open(Access::Read) {
            Ok(register) => Ok(Some(register)),
            Err(CliError::Register(RegisterError::Missing { place })) => {
                let path = escape::line(&place.to_string());
                let status = self.texts.tr1("status-no-register", "path", path);
                self.terminal.status(&status);
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }

    /// The organisation of this run.
    ///
    /// # Errors
    /// No setting gives it, or it is not in the map.
    pub fn acting_as(&self) -> Result<OrganisationId, CliError> {
        let typed = self.settings.value("as").ok_or(CliError::NoIdentity)?;
        self.organisation("--as", typed)
    }

    /// Who of that organisation, when a setting says so.
    ///
    /// # Errors
    /// [`CliError::Words`].
    pub fn person(&self) -> Result<Option<PersonName>, CliError> {
        let typed = self.settings.value("person");
        typed.map(text_input::person_name).transpose()
    }

    /// Who of this organisation sends a signal in this run. Where senders are kept apart, nobody but the
    /// office would read what no person sent.
    ///
    /// # Errors
    /// [`CliError::NoPerson`], [`CliError::Words`].
    pub fn sending_person(&self, sender: &OrganisationId) -> Result<Option<PersonName>, CliError> {
        let person = self.person()?;
        let organisation = self.map()?.organisation(sender);
        let is_apart = organisation.is_some_and(|sender| sender.senders_apart.is_some());
        if is_apart && person.is_none() {
            return Err(CliError::NoPerson {
                organisation: sender.clone(),
            });
        }
        Ok(person)
    }

    /// Who reads in this run: that organisation, what it has a part in; the map's own coordinator, all
    /// signals without their words.
    ///
    /// # Errors
    /// As [`Context::acting_as`].
    pub fn reader(&self) -> Result<Reader, CliError> {
        let organisation = self.acting_as()?;
        let reach = if organisation == *self.map()?.own_coordinator(self.today()?) {
            Reach::AllSignals
        } else {
            Reach::OwnSignals
        };
        let sent = self.sent_reach(&organisation)?;
        let organisation = self.codes_of(organisation)?;
        let coordinates = match reach {
            Reach::OwnSignals => {
                let today = self.today()?;
                self.map()?.areas_coordinated_by(organisation.own(), today)
            }
            // What is read anyway.
            Reach::AllSignals | Reach::AllWords => Vec::new(),
        };
        Ok(Reader {
            organisation,
            reach,
            sent,
            coordinates,
        })
    }

    /// The codes under which this organisation acts today.
    ///
    /// # Errors
    /// No map, or one with faults.
    pub fn codes_of(&self, organisation: OrganisationId) -> Result<OrganisationCodes, CliError> {
        let codes = self
            .map()?
            .codes_of_organisation(&organisation, self.today()?);
        let former = codes.into_iter().filter(|code| *code != organisation);
        let former = former.collect();
        Ok(OrganisationCodes::new(organisation, former))
    }

    /// Which of the signals that this organisation sent are read in this run as their sender.
    fn sent_reach(&self, organisation: &OrganisationId) -> Result<SentReach, CliError> {
        let organisation = self.map()?.organisation(organisation);
        let Some(apart) = organisation.and_then(|one| one.senders_apart.as_ref()) else {
            return Ok(SentReach::All);
        };
        let person = self.person()?;
        let name = person.as_ref().map(PersonName::as_str);
        let is_office = apart.office.iter().any(|one| Some(one.as_str()) == name);
        Ok(if is_office {
            SentReach::All
        } else {
            SentReach::Own(person)
        })
    }

    /// The organisation that was typed behind `option`.
    ///
    /// # Errors
    /// [`CliError::NotInMap`], [`CliError::SeveralInMap`].
    pub fn organisation(
        &self,
        option: &'static str,
        typed: &str,
    ) -> Result<OrganisationId, CliError> {
        match self.map()?.find_organisation(typed, self.today()?) {
            Ok(organisation) => Ok(organisation.id.clone()),
            Err(error) => Err(CliError::lookup(option, typed, error)),
        }
    }

    /// As [`Context::organisation`], for an option that may be left out.
    pub fn optional_organisation(
        &self,
        option: &'static str,
        typed: Option<&str>,
    ) -> Result<Option<OrganisationId>, CliError> {
        typed
            .map(|typed| self.organisation(option, typed))
            .transpose()
    }

    /// Today, in the zone of the map.
    pub fn today(&self) -> Result<Day, CliError> {
        Ok(self.map()?.day(self.now))
    }

    /// The days on which promises made today are due, by the general promises of the map.
    pub fn terms(&self) -> Result<Terms, CliError> {
        let settings = self.map()?.settings();
        let (calendar, promises) = (&settings.calendar, &settings.promises);
        let today = settings.zone.day(self.now);
        let of_owner = |urgency| {
            let promised = promises.of_owner(urgency);
            OwnerDays {
                accept_by: calendar.due(today, promised.accept_within),
                feedback_by: calendar.due(today, promised.feedback_within),
            }
        };
        Ok(Terms {
            now: self.now,
            today,
            next_working_day: calendar.next_working_day(today),
            ordinary: of_owner(Urgency::default()),
            acute: of_owner(Urgency::Acute),
            confirm_by: calendar.due(today, promises.confirm_within),
        })
    }

    /// Whether the answer is a table at a terminal. All its rows are held in memory, since a column
    /// is as wide as its widest cell.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.format == Format::Table && self.terminal.width().is_some()
    }

    #[must_use]
    pub fn screen(&self) -> RenderContext<'_> {
        RenderContext {
            texts: &self.texts,
            map: self.map_if_read(),
            as_they_were: None,
            now: self.now,
            width: self.terminal.width(),
            colour: self.terminal.colour() && self.format == Format::Table,
        }
    }

    /// Warns of what a signal does not need, such as a name. The words are recorded all the same.
    pub fn warn_of_personal(&self, words: &Words) {
        for kind in words.not_needed() {
            let text = self.screen().label("not-needed", kind);
            self.terminal.status(&self.warning(&text));
        }
    }

    /// `warning: …`
    #[must_use]
    pub fn warning(&self, text: &str) -> String {
        format!("{} {text}", self.texts.tr0("label-warning"))
    }
}

/// Parses a signal number, or the first four characters of one.
///
/// # Errors
/// [`CliError::NoSuchSignal`] when it cannot be one.
pub fn signal_id(typed: &str) -> Result<IdPrefix, CliError> {
    typed.parse().map_err(|_| no_such_signal(typed))
}

#[must_use]
pub fn no_such_signal(typed: &str) -> CliError {
    CliError::NoSuchSignal {
        typed: typed.to_owned(),
    }
}
